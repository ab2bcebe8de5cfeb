// A graph in the language of D2, with a container for each lane.

function quoted(text) {
  return JSON.stringify(text).replaceAll("$", "\\$").replaceAll("\\n", "\\n");
}

export function d2Source(graph) {
  const rows = ["direction: right"];
  for (const lane of graph.lanes) {
    rows.push(`${lane.id}: ${quoted(lane.name)} {`);
    for (const box of graph.boxes.filter((one) => one.lane === lane.id)) {
      rows.push(`  ${box.id}: ${quoted(box.name)} {width: ${Math.round(box.width)}; height: ${Math.round(box.height)}}`);
    }
    rows.push("}");
  }
  const path = Object.fromEntries(graph.boxes.map((box) => [box.id, `${box.lane}.${box.id}`]));
  for (const line of graph.lines) {
    const label = line.label.length ? `: ${quoted(line.label.join("\n"))}` : "";
    rows.push(`${path[line.source]} -> ${path[line.target]}${label}`);
  }
  return rows.join("\n");
}
