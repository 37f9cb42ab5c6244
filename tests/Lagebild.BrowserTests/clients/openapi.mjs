// Reads a description of an API as others do: prints what the recommended rules find, a line each.
import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";

const config = await createConfig({ extends: ["recommended"] });
const problems = await lintFromString({ source: readFileSync(process.argv[2], "utf8"), absoluteRef: process.argv[2], config });
for (const problem of problems) console.log(`${problem.ruleId}: ${problem.message} at ${problem.location.map(l => l.pointer).join(" ")}`);
