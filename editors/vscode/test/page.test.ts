import assert from "node:assert/strict";
import { test } from "node:test";
import { html, understood } from "../src/page";

const PAGE = {
  title: "Journey",
  language: "en",
  nonce: "abc",
  source: "https://files.example",
  script: "https://files.example/panel.js",
  style: "https://files.example/panel.css",
};

test("the page loads its own script and style, and nothing else from anywhere", () => {
  const page = html(PAGE);
  const policy = page.match(/Content-Security-Policy" content="([^"]*)"/)?.[1];
  assert.equal(
    policy,
    "default-src 'none'; script-src 'nonce-abc'; style-src https://files.example; font-src data:",
  );
  assert.deepEqual(page.match(/(?<=(src|href)=")[^"]*/g), [PAGE.style, PAGE.script]);
  assert.equal(page.match(/<script/g)?.length, 1);
  assert.match(page, /<script nonce="abc"/);
});

test("words are words to it", () => {
  const page = html({ ...PAGE, title: '"><script>alert(1)</script>' });
  assert.equal(page.match(/<script/g)?.length, 1);
});

test("what the page says is taken for what it is", () => {
  assert.deepEqual(understood({ kind: "ready", more: 1 }), { kind: "ready" });
  assert.deepEqual(understood({ kind: "go", stage: "offer" }), { kind: "go", stage: "offer" });
  for (const other of [null, undefined, "go", {}, { kind: "go" }, { kind: "go", stage: 1 }]) {
    assert.equal(understood(other), undefined);
  }
});
