// Reads JSON-stat with jsonstat-toolkit. Prints each value of each cube: feed, variant, frequency, category by dimension, value, status.
import { readFileSync } from "node:fs";
import JSONstat from "jsonstat-toolkit";

const answer = JSONstat(JSON.parse(readFileSync(process.argv[2], "utf8")));
const cubes = answer.class === "collection" ? answer.Dataset() : [answer];
const values = [];
for (const cube of cubes) {
  const { feed, variant, frequency } = cube.extension;
  const codes = cube.id.map((id) => cube.Dimension(id).id);
  for (let at = 0; at < cube.value.length; at++) {
    // A cell of the cube without a row has neither value nor status; the toolkit fills both with null.
    const [value, status] = [cube.value[at] ?? null, cube.status?.[at] ?? null];
    if (value === null && status === null) {
      continue;
    }

    let rest = at;
    const place = [];
    for (let dimension = codes.length - 1; dimension >= 0; dimension--) {
      place.unshift([cube.id[dimension], codes[dimension][rest % codes[dimension].length]]);
      rest = Math.floor(rest / codes[dimension].length);
    }

    values.push({ feed, variant, frequency, place: Object.fromEntries(place), value, status });
  }
}

process.stdout.write(JSON.stringify(values));
