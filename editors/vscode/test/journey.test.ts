import assert from "node:assert/strict";
import { test } from "node:test";
import { Journey, type Lack } from "../src/journey";
import type { Diagram, DiagramParams } from "../src/protocol";

/** A journey whose server answers by hand. */
function begin() {
  const asked: DiagramParams[] = [];
  const shown: string[] = [];
  const lacks: Lack[] = [];
  const waiting: ((answer: Diagram | null) => void)[] = [];
  const journey = new Journey(
    (params) => {
      asked.push(params);
      return new Promise((resolve) => waiting.push(resolve));
    },
    { show: (svg) => shown.push(svg), lack: (lack) => lacks.push(lack) },
    "light",
  );
  async function answer(svg: string | null, folder = "file:///a"): Promise<void> {
    waiting.shift()?.(svg === null ? null : { svg, folder, stages: {}, version: 1 });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { journey, asked, shown, lacks, answer };
}

function judged(folder: string, ...documents: string[]) {
  return { uri: folder, documents: documents.map((uri) => ({ uri, version: 1 })) };
}

test("what changes while the server draws is drawn once more, and once only", async () => {
  const { journey, asked, shown, answer } = begin();
  void journey.show("file:///a/one.yaml");
  await answer("1");
  for (let time = 0; time < 5; time += 1) journey.changed({ uri: "file:///a" });
  assert.equal(asked.length, 2);
  await answer("2");
  assert.equal(asked.length, 3);
  await answer("3");
  assert.equal(asked.length, 3);
  assert.deepEqual(shown, ["1", "2", "3"]);
});

test("other processes leave the drawing alone", async () => {
  const { journey, asked, answer } = begin();
  void journey.show("file:///a/one.yaml");
  await answer("1");
  journey.changed({ uri: "file:///b" });
  journey.judged(judged("file:///b", "file:///b/two.yaml"));
  assert.equal(asked.length, 1);
});

test("the drawing follows whoever looks at a file of another process, and no others", async () => {
  const { journey, asked, shown, answer } = begin();
  journey.judged(judged("file:///a", "file:///a/one.yaml", "file:///a/more.yaml"));
  journey.judged(judged("file:///b", "file:///b/two.yaml"));
  void journey.show("file:///a/one.yaml");
  await answer("1");
  await journey.follow("file:///a/more.yaml");
  await journey.follow("file:///elsewhere.yaml");
  assert.equal(asked.length, 1);
  void journey.follow("file:///b/two.yaml");
  await answer("2", "file:///b");
  assert.deepEqual(shown, ["1", "2"]);
  assert.equal(journey.uri, "file:///b");
});

test("whoever looks elsewhere while the server draws does not see the first one", async () => {
  const { journey, shown, answer } = begin();
  void journey.show("file:///a/one.yaml");
  void journey.show("file:///b/two.yaml");
  await answer("1");
  await answer("2", "file:///b");
  assert.deepEqual(shown, ["2"]);
});

test("a file that becomes part of a process is drawn then", async () => {
  const { journey, lacks, shown, answer } = begin();
  void journey.show("file:///a/one.yaml");
  await answer(null);
  assert.deepEqual(lacks, ["no process"]);
  journey.judged(judged("file:///a", "file:///a/one.yaml"));
  await answer("1");
  assert.deepEqual(shown, ["1"]);
});

test("a document that is closed, or leaves its process, is no longer part of it", () => {
  const { journey } = begin();
  journey.judged(judged("file:///a", "file:///a/one.yaml"));
  assert.ok(journey.isPart("file:///a/one.yaml"));
  journey.judged(judged("file:///a"));
  assert.ok(!journey.isPart("file:///a/one.yaml"));
});
