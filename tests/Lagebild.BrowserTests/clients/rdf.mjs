// Reads RDF in the form its ending names: Turtle with n3, JSON-LD with jsonld, RDF/XML with rdfxml-streaming-parser. Gives a store of n3.
import { createReadStream, readFileSync } from "node:fs";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import { RdfXmlParser } from "rdfxml-streaming-parser";

const turtle = (text, format) => new Store(new Parser({ format, baseIRI: "urn:base:" }).parse(text));

const xml = (path) =>
  new Promise((resolve, reject) => {
    const store = new Store();
    createReadStream(path).pipe(new RdfXmlParser()).on("data", (quad) => store.addQuad(quad)).on("error", reject).on("end", () => resolve(store));
  });

export async function read(path) {
  if (path.endsWith(".rdf")) {
    return xml(path);
  }

  const text = readFileSync(path, "utf8");
  return path.endsWith(".jsonld") ? turtle(await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads" }), "application/n-quads") : turtle(text);
}
