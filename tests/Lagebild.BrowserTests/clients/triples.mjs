// Prints every statement of an RDF file as N-Triples, sorted.
import { Writer } from "n3";
import { read } from "./rdf.mjs";

const lines = (await read(process.argv[2])).getQuads().map((quad) => new Writer({ format: "N-Triples" }).quadToString(quad.subject, quad.predicate, quad.object).trim());
process.stdout.write(lines.sort().join("\n"));
