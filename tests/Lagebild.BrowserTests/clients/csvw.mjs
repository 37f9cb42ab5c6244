// Reads a CSV by its description ("CSV on the Web") with rdf-parser-csvw, the description itself with jsonld. Arguments: the context of CSVW, the description, the CSV.
// Prints the table's title, and of each row its cells by column: value and datatype; an empty cell is none.
import { createReadStream, readFileSync } from "node:fs";
import CsvwParser from "@zazuko/rdf-parser-csvw";
import jsonld from "jsonld";
import { Parser, Store } from "n3";

const [context, description, csv] = process.argv.slice(2);
const vocabulary = JSON.parse(readFileSync(context, "utf8"));
const documentLoader = async (url) => {
  if (url !== "http://www.w3.org/ns/csvw") {
    throw new Error(`${url} is not to be fetched.`);
  }

  return { document: vocabulary, documentUrl: url };
};
const json = JSON.parse(readFileSync(description, "utf8"));
const metadata = new Store(new Parser({ format: "application/n-quads" }).parse(await jsonld.toRDF(json, { format: "application/n-quads", base: json.url, documentLoader })));
const cells = new Map();
const described = [];
for await (const { subject, predicate, object } of new CsvwParser({ metadata, baseIRI: json.url, timezone: "utc" }).import(createReadStream(csv))) {
  if (predicate.value === "http://www.w3.org/ns/csvw#describes") {
    described.push(object.value);
  } else {
    cells.set(subject.value, { ...cells.get(subject.value), [predicate.value.split("#").at(-1)]: [object.value, object.datatype?.value.split("#")[1] ?? ""] });
  }
}

const titles = metadata.getQuads(null, "http://purl.org/dc/terms/title", null, null).map((quad) => quad.object);
process.stdout.write(JSON.stringify({ title: titles.map((t) => [t.value, t.language]), rows: described.map((row) => cells.get(row)) }));
