import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { candidates, findProgram, objection, type Surroundings } from "../src/program";

const POSIX: Surroundings = {
  setting: "",
  folders: ["/home/aino/sales"],
  trusted: true,
  platform: "linux",
  PATH: "/usr/local/bin::bin:/usr/bin:/home/aino/sales/bin",
  home: "/home/aino",
};
const WINDOWS: Surroundings = {
  ...POSIX,
  folders: ["C:\\sales"],
  platform: "win32",
  PATH: "C:\\Python\\Scripts;.;D:\\tools",
  home: "C:\\Users\\aino",
};

test("the folder's own environment first, then the PATH; never the folder one happens to be in", () => {
  assert.deepEqual(candidates(POSIX), [
    "/home/aino/sales/.venv/bin/processctl",
    "/usr/local/bin/processctl",
    "/usr/bin/processctl",
    "/home/aino/sales/bin/processctl",
  ]);
  assert.deepEqual(candidates(WINDOWS), [
    "C:\\sales\\.venv\\Scripts\\processctl.exe",
    "C:\\Python\\Scripts\\processctl.exe",
    "D:\\tools\\processctl.exe",
  ]);
});

test("nothing of a folder that is not trusted", () => {
  assert.deepEqual(candidates({ ...POSIX, trusted: false }), [
    "/usr/local/bin/processctl",
    "/usr/bin/processctl",
  ]);
  const inside = { ...WINDOWS, trusted: false, PATH: "C:\\sales\\bin;D:\\tools" };
  assert.deepEqual(candidates(inside), ["D:\\tools\\processctl.exe"]);
});

test("a setting leaves no choice, and means a full path", () => {
  assert.deepEqual(candidates({ ...POSIX, setting: " ~/bin/processctl " }), [
    "/home/aino/bin/processctl",
  ]);
  assert.deepEqual(candidates({ ...POSIX, setting: "bin/processctl" }), []);
  assert.deepEqual(candidates({ ...WINDOWS, setting: "C:\\p\\processctl.exe" }), [
    "C:\\p\\processctl.exe",
  ]);
});

test("what is found is a file that can be started", {
  skip: process.platform === "win32",
}, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "processctl-"));
  after(() => rmSync(folder, { recursive: true }));
  const around = {
    ...POSIX,
    folders: [],
    PATH: ["one", "two", "three"].map((one) => path.join(folder, one)).join(":"),
  };
  for (const name of ["one/processctl", "two", "three"])
    mkdirSync(path.join(folder, name), { recursive: true });
  assert.equal(await findProgram(around), undefined);
  writeFileSync(path.join(folder, "two", "processctl"), "");
  assert.equal(await findProgram(around), undefined);
  const file = path.join(folder, "three", "processctl");
  writeFileSync(file, "");
  chmodSync(file, 0o755);
  assert.equal(await findProgram(around), file);
});

test("an older processctl is told from one with a language server", async () => {
  assert.equal(await objection(process.env.PROCESSCTL ?? "processctl"), undefined);
  assert.match((await objection(process.execPath)) ?? "", /lsp/);
});
