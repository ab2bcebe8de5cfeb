// What of a drawing's text does not stand where it belongs, in the words of the drawing itself.
// All boxes are those of the browser (getBBox), in the units of the drawing.
async () => {
  document.documentElement.getBBox();
  await document.fonts.ready;
  const fonts = [...document.fonts];
  if (!fonts.length || fonts.some((font) => font.status !== "loaded")) return ["the fonts are not loaded"];
  const found = [];
  const slack = 0.75;
  const page = document.documentElement.viewBox.baseVal;
  const texts = [...document.querySelectorAll("text")].map((node) => {
    const group = node.closest("g");
    return { words: node.textContent, box: node.getBBox(), group, kind: group ? group.getAttribute("class") : "" };
  });
  const inside = (inner, outer, by) =>
    inner.x >= outer.x - by && inner.y >= outer.y - by &&
    inner.x + inner.width <= outer.x + outer.width + by &&
    inner.y + inner.height <= outer.y + outer.height + by;
  const meets = (one, other) =>
    one.x + slack < other.x + other.width && other.x + slack < one.x + one.width &&
    one.y + slack < other.y + other.height && other.y + slack < one.y + one.height;
  // The box of a font is higher than its letters: a line of text may come near the next one.
  const ink = (box) => ({ x: box.x, y: box.y + box.height * 0.12, width: box.width, height: box.height * 0.76 });
  for (const text of texts) {
    if (!text.words.trim()) continue;
    if (!inside(text.box, page, 0)) found.push(`off the page: ${text.words}`);
    if (["box", "label", "marker"].includes(text.kind)) {
      const plate = text.group.querySelector("rect");
      if (!inside(ink(text.box), plate.getBBox(), slack)) found.push(`outside its ${text.kind}: ${text.words}`);
    }
  }
  const cells = new Map();
  const around = (box) => {
    const keys = [];
    for (let x = Math.floor(box.x / 200); x <= Math.floor((box.x + box.width) / 200); x++)
      for (let y = Math.floor(box.y / 200); y <= Math.floor((box.y + box.height) / 200); y++) keys.push(`${x},${y}`);
    return keys;
  };
  texts.forEach((text, number) => {
    text.ink = ink(text.box);
    for (const key of around(text.box)) {
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(number);
    }
  });
  const told = new Set();
  for (const numbers of cells.values())
    for (const one of numbers)
      for (const other of numbers)
        if (one < other && meets(texts[one].ink, texts[other].ink)) told.add(`${texts[one].words} | ${texts[other].words}`);
  for (const pair of told) found.push(`one over the other: ${pair}`);
  const crossed = new Set();
  for (const path of document.querySelectorAll("g.line path")) {
    const length = path.getTotalLength();
    for (let at = 0; at <= length; at += 3) {
      const point = path.getPointAtLength(at);
      const key = `${Math.floor(point.x / 200)},${Math.floor(point.y / 200)}`;
      for (const number of cells.get(key) || []) {
        const { ink: box, words, kind } = texts[number];
        if (kind !== "marker" && point.x > box.x && point.x < box.x + box.width && point.y > box.y && point.y < box.y + box.height)
          crossed.add(words);
      }
    }
  }
  for (const words of crossed) found.push(`under a line: ${words}`);
  return found;
}
