import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const read = (name: string): Record<string, string> => JSON.parse(readFileSync(name, "utf8"));

test("everything the extension says, it says in Finnish too, and nothing else", () => {
  const said = readdirSync("src")
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => [...readFileSync(`src/${name}`, "utf8").matchAll(/l10n\.t\(\s*"([^"]+)"/g)])
    .map((found) => found[1]);
  const calls = readdirSync("src")
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => readFileSync(`src/${name}`, "utf8").match(/l10n\.t\(/g) ?? []);
  assert.equal(said.length, calls.length, "a text that is no literal");
  const finnish = read("l10n/bundle.l10n.fi.json");
  assert.deepEqual(new Set(Object.keys(finnish)), new Set(said));
  for (const [english, text] of Object.entries(finnish)) {
    assert.deepEqual(text.match(/\{\d\}/g), english.match(/\{\d\}/g), english);
  }
});

test("so does what stands in package.json", () => {
  const wanted = readFileSync("package.json", "utf8").match(/(?<="%)[^%"]+(?=%")/g);
  for (const name of ["package.nls.json", "package.nls.fi.json"]) {
    assert.deepEqual(new Set(Object.keys(read(name))), new Set(wanted), name);
  }
});
