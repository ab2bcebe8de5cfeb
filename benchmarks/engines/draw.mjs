// Lets D2 and ELK draw a graph (JSON on standard input) and says where they put everything.
//
// The answer is a list of drawings: engine, width, height, boxes by id, labels (frame, and the
// number of the line), lines (source, target, points).

import { D2 } from "@terrastruct/d2";
import ELK from "elkjs";
import { readFileSync } from "node:fs";
import { d2Source } from "./source.mjs";

const graph = JSON.parse(readFileSync(0, "utf8"));
const STEPS = 12;

function bezier([a, b, c, d], t) {
  const u = 1 - t;
  const mix = (axis) =>
    u * u * u * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t * t * t * d[axis];
  return [mix(0), mix(1)];
}

// Straight pieces of a line; curves come as their control points.
function flat(points, curved) {
  if (!curved) return points;
  const found = [points[0]];
  for (let at = 0; at + 3 < points.length; at += 3) {
    for (let step = 1; step <= STEPS; step++) {
      found.push(bezier(points.slice(at, at + 4), step / STEPS));
    }
  }
  return found;
}

function middle(points) {
  const parts = points.slice(1).map((point, at) => Math.hypot(point[0] - points[at][0], point[1] - points[at][1]));
  let rest = parts.reduce((sum, part) => sum + part, 0) / 2;
  for (let at = 0; at < parts.length; at++) {
    if (rest <= parts[at]) {
      const share = parts[at] ? rest / parts[at] : 0;
      return [0, 1].map((axis) => points[at][axis] + share * (points[at + 1][axis] - points[at][axis]));
    }
    rest -= parts[at];
  }
  return points.at(-1);
}

function drawing(engine, boxes, labels, lines) {
  const frames = [...Object.values(boxes), ...labels.map(([frame]) => frame)];
  for (const [, , points] of lines) frames.push(...points.map(([x, y]) => [x, y, x, y]));
  const side = (at, pick) => frames.reduce((best, frame) => pick(best, frame[at]), frames[0][at]);
  const width = side(2, Math.max) - side(0, Math.min);
  const height = side(3, Math.max) - side(1, Math.min);
  return { engine, width, height, boxes, labels, lines };
}

async function d2(layout) {
  const { diagram } = await new D2().compile(d2Source(graph), { layout });
  const own = new Set(graph.boxes.map((box) => box.id));
  const short = (id) => id.split(".").at(-1).replaceAll(/["']/g, "");
  const boxes = {};
  for (const shape of diagram.shapes) {
    if (!own.has(short(shape.id))) continue;
    const { x, y } = shape.pos;
    boxes[short(shape.id)] = [x, y, x + shape.width, y + shape.height];
  }
  const labels = [];
  const lines = diagram.connections.map((line, number) => {
    const points = flat(line.route.map(({ x, y }) => [x, y]), line.isCurve);
    if (line.label) {
      const [x, y] = middle(points);
      const [wide, high] = [line.labelWidth / 2, line.labelHeight / 2];
      labels.push([[x - wide, y - high, x + wide, y + high], number]);
    }
    return [short(line.src), short(line.dst), points];
  });
  return drawing(`D2, ${layout}`, boxes, labels, lines);
}

async function elk(name, direction, partition) {
  const parts = new Map(graph[partition].map((part, at) => [part.id, at]));
  const key = partition === "lanes" ? "lane" : "phase";
  const node = (box) => {
    const at = parts.get(box[key]);
    const options = at === undefined ? {} : { "elk.partitioning.partition": String(at) };
    return { id: box.id, width: box.width, height: box.height, layoutOptions: options };
  };
  const laid = await new ELK().layout({
    id: "graph",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": direction,
      "elk.edgeRouting": "ORTHOGONAL",
      "elk.partitioning.activate": "true",
      "elk.layered.feedbackEdges": "true",
      "elk.layered.thoroughness": "30",
    },
    children: graph.boxes.map(node),
    edges: graph.lines.map((line, at) => ({
      id: String(at),
      sources: [line.source],
      targets: [line.target],
      labels: line.label.length ? [{ text: "x", width: line.width, height: line.height }] : [],
    })),
  });
  const boxes = Object.fromEntries(
    laid.children.map(({ id, x, y, width, height }) => [id, [x, y, x + width, y + height]]),
  );
  const labels = [];
  const lines = laid.edges.map((edge, number) => {
    for (const { x, y, width, height } of edge.labels ?? []) {
      labels.push([[x, y, x + width, y + height], number]);
    }
    const { startPoint, bendPoints = [], endPoint } = edge.sections[0];
    const points = [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y]);
    return [edge.sources[0], edge.targets[0], points];
  });
  return drawing(name, boxes, labels, lines);
}

const drawn = [
  await d2("dagre"),
  await d2("elk"),
  await elk("ELK, phases as partitions", "RIGHT", "phases"),
  await elk("ELK, lanes as partitions", "DOWN", "lanes"),
];
process.stdout.write(JSON.stringify(drawn), () => process.exit(0));
