// Draws a graph (a JSON file) with D2 into a file: node d2.mjs GRAPH LAYOUT OUTPUT

import { D2 } from "@terrastruct/d2";
import { readFileSync, writeFileSync } from "node:fs";
import { d2Source } from "./source.mjs";

const [, , graph, layout, output] = process.argv;
const d2 = new D2();
const { diagram, renderOptions } = await d2.compile(d2Source(JSON.parse(readFileSync(graph, "utf8"))), { layout });
writeFileSync(output, await d2.render(diagram, renderOptions));
process.exit(0);
