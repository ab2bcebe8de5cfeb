import assert from "node:assert/strict";
import { test } from "node:test";
import type { CompletionList, Hover, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import { Editor } from "./editor";

const TIMEOUT = { timeout: 60_000 };

test("while somebody writes", TIMEOUT, async (context) => {
  const editor = new Editor("before");
  await editor.start();
  const uri = await editor.open("processctl.yaml");

  await context.test("findings come by themselves", () => {
    const findings = editor.diagnostics.get(uri) ?? [];
    const ownerless = findings.find((one) => one.code === "PC201");
    assert.match(String(ownerless?.message), /Stage "Cards from the fair" has no owner/);
    assert.deepEqual(ownerless?.range.end, editor.behind(uri, "\n  fair_cards"));
  });

  await context.test("roles are offered where an owner is wanted", async () => {
    const found: CompletionList = await editor.connection.sendRequest("textDocument/completion", {
      textDocument: { uri },
      position: editor.behind(uri, "    lead: "),
    });
    const names = found.items.map((one) => one.label);
    assert.ok(names.includes("sales_rep"), names.join());
  });

  await context.test("hovering over a role says who that is", async () => {
    const found: Hover = await editor.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: editor.behind(uri, "    lead: marketing"),
    });
    assert.match(JSON.stringify(found.contents), /Head of marketing/);
  });

  await context.test("a role gets another id wherever it is named", async () => {
    const found: WorkspaceEdit = await editor.connection.sendRequest("textDocument/rename", {
      textDocument: { uri },
      position: editor.behind(uri, "    lead: marketing"),
      newName: "marketer",
    });
    const [change] = found.documentChanges ?? [];
    assert.ok(change && "edits" in change);
    const named = editor.text(uri).match(/\bmarketing_lead\b/g)?.length ?? 0;
    assert.ok(named > 3);
    assert.equal(change.edits.length, named);
  });

  await context.test("the panel shows the journey, and follows what is written", async () => {
    assert.ok(editor.journey.isPart(uri));
    await editor.journey.show(uri);
    assert.match(editor.seen.drawings.at(-1) ?? "", /^<\?xml(.|\n)*Cards from the fair/);
    await editor.replace(uri, "en: Cards from the fair", "en: Cards from Tampere");
    await editor.until(() => editor.seen.drawings.at(-1)?.includes("Tampere") ?? false);
  });

  await context.test("a stage leads to its line, also after lines have moved", async () => {
    const links = [...(editor.seen.drawings.at(-1) ?? "").matchAll(/<a href="#([^"]+)"/g)];
    assert.ok(links.some(([, stage]) => stage === "fair_cards"));
    const before = await editor.journey.place("fair_cards");
    assert.deepEqual(before?.range.end, editor.behind(uri, "\n  fair_cards"));
    const drawn = editor.seen.drawings.length;
    await editor.replace(uri, "stages:\n", "# Two lines\n# more.\nstages:\n");
    const after = await editor.journey.place("fair_cards");
    assert.equal(after?.range.start.line, (before?.range.start.line ?? 0) + 2);
    assert.equal(after?.uri, uri);
    assert.ok(
      editor.seen.drawings.slice(drawn).every((one) => one === editor.seen.drawings.at(-1)),
    );
    assert.equal(await editor.journey.place("nowhere"), undefined);
    assert.equal(await editor.journey.place("toString"), undefined);
  });

  await context.test("after the server has died, another one goes on where it was", async () => {
    await editor.kill();
    await editor.journey.draw();
    assert.ok(typeof editor.seen.lacks.at(-1) === "object");
    editor.diagnostics.clear();
    const drawn = editor.seen.drawings.length;
    const judged = editor.judged();
    await editor.start();
    await judged;
    assert.ok(editor.diagnostics.get(uri)?.some((one) => one.code === "PC201"));
    await editor.until(() => editor.seen.drawings.length > drawn);
    assert.match(editor.seen.drawings.at(-1) ?? "", /Tampere/); // unsaved, and still there
  });

  await context.test("a file without stages is no drawing", async () => {
    await editor.replace(
      uri,
      editor.text(uri),
      "processctl: 1\nprocess: {owner: a}\npeople: {a: {}}\n",
    );
    await editor.until(() => editor.seen.lacks.at(-1) === "nothing to draw");
  });

  assert.equal(await editor.close(), 0);
});

test("in Finnish, where the editor speaks it", TIMEOUT, async () => {
  const editor = new Editor("before");
  await editor.start("fi");
  const uri = await editor.open("processctl.yaml");
  const ownerless = editor.diagnostics.get(uri)?.find((one) => one.code === "PC201");
  assert.match(String(ownerless?.message), /ei ole omistajaa/);
  await editor.journey.show(uri);
  assert.match(editor.seen.drawings.at(-1) ?? "", /Messuilta/);
  assert.equal(await editor.close(), 0);
});
