// Makes dist/ of src/: what the editor loads, and what runs in the panel. With --test, out/test/ of test/.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const shared = { bundle: true, charset: "utf8", logLevel: "warning", target: "es2022" };
const node = { ...shared, platform: "node", format: "cjs", external: ["vscode"] };

if (process.argv.includes("--test")) {
  const tests = readdirSync("test").filter((name) => name.endsWith(".test.ts"));
  await build({ ...node, entryPoints: tests.map((name) => `test/${name}`), outdir: "out/test" });
  await build({ ...node, entryPoints: ["test/print_page.ts"], outdir: "out" });
} else {
  const made = await build({
    ...node,
    entryPoints: ["src/extension.ts"],
    outdir: "dist",
    minify: true,
    metafile: true,
  });
  await build({
    ...shared,
    entryPoints: ["src/webview/panel.ts", "src/webview/panel.css"],
    outdir: "dist",
    minify: true,
  });
  writeFileSync("dist/LICENSES.txt", licences(Object.keys(made.metafile.inputs)));
}

/** The licences of all packages that have become part of what is packed, as they ask for. */
function licences(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []),
  );
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      if (!file) throw new Error(`${name} has no licence.`);
      const text = readFileSync(`${folder}/${file}`, "utf8").replaceAll("\r\n", "\n").trim();
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${"-".repeat(72)}\n\n`);
}
