// Holds an RDF file against SHACL shapes with rdf-validate-shacl. Arguments: the file, a file of statements about the lists it names, the shapes.
// Prints how many statements it held, and each violation and warning: shape file, focus node, path, message.
import { DataFactory, Store } from "n3";
import ShaclValidator from "rdf-validate-shacl";
import { read } from "./rdf.mjs";

const [file, lists, ...shapes] = process.argv.slice(2);
const data = await read(file);
const statements = data.size;
const type = DataFactory.namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

// That a list is a list is nothing the file says, and shapes for lists are not meant for it.
data.addQuads((await read(lists)).getQuads().filter((quad) => !quad.predicate.equals(type)));
// What shapes import lies on the network; the lists among it are the ones above.
const imports = DataFactory.namedNode("http://www.w3.org/2002/07/owl#imports");
const offline = (store) => new Store(store.getQuads().filter((quad) => !quad.predicate.equals(imports)));
const found = [];
for (const path of shapes) {
  const report = await new ShaclValidator(offline(await read(path))).validate(data);
  for (const result of report.results) {
    const severity = result.severity?.value.split("#")[1] ?? "Violation";
    found.push({ severity, text: [path.split("/").at(-1), result.focusNode?.value, result.path?.value, result.value?.value, result.message.map((m) => m.value).join(" ")].join(" | ") });
  }
}

process.stdout.write(JSON.stringify({ statements, found }));
