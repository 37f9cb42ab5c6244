// Reads SDMX-CSV 2.0 with csv-parse (RFC 4180, no leniency) and holds it against the rules of the field guide, one by one.
// Prints the rules that are broken, a line each, and the rows by column.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

const text = readFileSync(process.argv[2], "utf8");
const [header, ...records] = parse(text, { bom: false, relax_column_count: false, relax_quotes: false, skip_empty_lines: false, record_delimiter: "\r\n" });
const at = Object.fromEntries(header.map((name, column) => [name, column]));
const broken = new Set();
const hold = (rule, holds) => holds || broken.add(rule);

const statuses = "A B D E F G H I J K L M N O P Q S U V W".split(" ");
const confidentialities = "A C D E F G M N O P R S T".split(" ");
const periods = [/^\d{4}$/, /^\d{4}-(0[1-9]|1[0-2])$/, /^\d{4}-\d\d-\d\d$/, /^\d{4}-S[12]$/, /^\d{4}-Q[1-4]$/, /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, /^\d{4}-\d\d-\d\d\/P\d+D$/];

hold("the first column is STRUCTURE", header[0] === "STRUCTURE");
hold("the second column is STRUCTURE_ID", header[1] === "STRUCTURE_ID");
hold("the third column is ACTION", header[2] === "ACTION");
hold("the header of a component is its ID", header.every((name) => /^[A-Z][A-Z0-9_]*$/.test(name)));
hold("each column stands once", new Set(header).size === header.length);
hold("dimensions come before the measure, the measure before attributes", at.FREQ === 3 && at.TIME_PERIOD > at.FREQ && at.OBS_VALUE === at.TIME_PERIOD + 1 && at.OBS_STATUS > at.OBS_VALUE && at.CONF_STATUS > at.OBS_VALUE && at.UNIT_MEASURE > at.OBS_VALUE);
const dimensions = header.slice(3, at.OBS_VALUE);
const keys = new Set();
for (const record of records) {
  hold("the first field is a type of structure", ["dataflow", "datastructure", "dataprovision"].includes(record[0]));
  hold("the second field is AGENCY:ID(VERSION)", /^[A-Z][A-Z0-9_.-]*:[A-Z][A-Z0-9_@$-]*\(\d+\.\d+(\.\d+)?\)$/.test(record[1]));
  hold("the action is one of I, A, R, D", "IARD".includes(record[2]) && record[2].length === 1);
  hold("an observation has a value of every dimension", dimensions.every((_, column) => record[3 + column] !== "" && record[3 + column] !== "~"));
  hold("a coded value is an ID without its name", dimensions.every((_, column) => !record[3 + column].includes(": ")));
  hold("a period is an SDMX time period", periods.some((form) => form.test(record[at.TIME_PERIOD])));
  hold("a measure is a number with a point, or empty", /^(-?\d+(\.\d+)?)?$/.test(record[at.OBS_VALUE]));
  hold("OBS_STATUS is of SDMX's list", statuses.includes(record[at.OBS_STATUS]));
  hold("CONF_STATUS is of SDMX's list", confidentialities.includes(record[at.CONF_STATUS]));
  hold("an observation stands once", !keys.has(record.slice(1, at.OBS_VALUE).join("|")));
  keys.add(record.slice(1, at.OBS_VALUE).join("|"));
}

process.stdout.write(JSON.stringify({ broken: [...broken], dimensions, rows: records.map((record) => Object.fromEntries(header.map((name, column) => [name, record[column]]))) }));
