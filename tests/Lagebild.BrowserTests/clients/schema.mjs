// Holds a JSON file against a JSON Schema (draft 4 or 7) with ajv. Prints what is wrong, a line each.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import AjvDraft04 from "ajv-draft-04";
import formats from "ajv-formats";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const schema = read(process.argv[2]);
const ajv = new (schema.$schema.includes("draft-04") ? AjvDraft04 : Ajv)({ strict: false, allErrors: true, unicodeRegExp: false, logger: false });
formats(ajv);
const validate = ajv.compile(schema);
for (const file of process.argv.slice(3)) {
  if (!validate(read(file))) {
    process.stdout.write(validate.errors.map((e) => `${file} ${e.instancePath} ${e.message}\n`).join(""));
  }
}
