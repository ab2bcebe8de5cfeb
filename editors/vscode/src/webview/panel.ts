/** What runs in the panel: it shows the drawing, says which stage was chosen, and makes the drawing larger. */

import type { FromPage, Remembered, ToPage } from "../page";

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: Remembered): void;
};

const STEP = 1.25;
const LARGEST = 8;
const SMALLEST = 0.1;
const READABLE = 0.7;

const editor = acquireVsCodeApi();
const drawing = document.getElementById("drawing") as HTMLElement;
const words = document.getElementById("words") as HTMLElement;
const fonts = new CSSStyleSheet();
document.adoptedStyleSheets = [fonts];
/** Times its own size; undefined: as wide as the panel, but no larger than it was drawn. */
let scale: number | undefined;
let chosen: string | undefined;
/** A stage to be revealed in the next drawing. */
let waiting: string | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToPage & Partial<Remembered>>) => {
  if (data.uri) editor.setState({ uri: data.uri });
  if (data.kind === "drawing") show(data.svg);
  else if (data.kind === "words") tell(data.words);
  else reveal(data.stage);
});

drawing.addEventListener("click", (event) => {
  const link = (event.target as Element).closest("a");
  if (!link) return;
  event.preventDefault();
  chosen = stageOf(link);
  mark();
  editor.postMessage({ kind: "go", stage: chosen });
});

window.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "+" || event.key === "=") zoom(STEP);
  else if (event.key === "-") zoom(1 / STEP);
  else if (event.key === "0") fit();
});

drawing.addEventListener(
  "wheel",
  (event) => {
    if (!event.ctrlKey) return; // two fingers on a touchpad say so as well
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
  },
  { passive: false },
);

function show(svg: string): void {
  // The policy of the page lets in no style that stands in a page; the drawing names its fonts in one.
  let style = "";
  const bare = svg.replace(/<style>([^<]*)<\/style>/g, (_, rules: string) => {
    style += rules;
    return "";
  });
  fonts.replaceSync(style);
  const made = new DOMParser().parseFromString(bare, "image/svg+xml").documentElement;
  const focused = document.activeElement?.closest("a");
  const stage = focused ? stageOf(focused) : undefined;
  words.hidden = true;
  drawing.classList.remove("old");
  drawing.replaceChildren(document.importNode(made, true));
  resize();
  if (stage !== undefined) linkTo(stage)?.focus({ preventScroll: true });
  if (waiting !== undefined) reveal(waiting);
  else mark();
}

/** Words instead of a drawing; one that was there before stays to be seen, but pale. */
function tell(text: string): void {
  words.textContent = text;
  words.hidden = false;
  drawing.classList.add("old");
}

/** Show where a stage is, large enough to be read; the keys stay with the text that is being written. */
function reveal(stage: string): void {
  chosen = stage;
  const link = linkTo(stage);
  waiting = link ? undefined : stage;
  if (!link) return;
  if (shownScale() < READABLE) scale = 1;
  resize();
  link.scrollIntoView({ block: "center", inline: "center" });
  mark();
}

function mark(): void {
  for (const link of drawing.querySelectorAll("a")) {
    link.classList.toggle("chosen", stageOf(link) === chosen);
  }
}

function linkTo(stage: string): SVGAElement | undefined {
  return [...drawing.querySelectorAll<SVGAElement>("a")].find((link) => stageOf(link) === stage);
}

function stageOf(link: Element): string {
  return decodeURIComponent((link.getAttribute("href") ?? "").replace(/^#/, ""));
}

/** Make it larger or smaller; the point of the drawing that is at (x, y) of the window stays there. */
function zoom(factor: number, x = innerWidth / 2, y = innerHeight / 2): void {
  const svg = drawing.querySelector("svg");
  if (!svg) return;
  const before = svg.getBoundingClientRect();
  scale = Math.min(LARGEST, Math.max(SMALLEST, shownScale() * factor));
  resize();
  const after = svg.getBoundingClientRect();
  const ratio = after.width / before.width;
  scrollBy(after.left + (x - before.left) * ratio - x, after.top + (y - before.top) * ratio - y);
}

function shownScale(): number {
  const svg = drawing.querySelector("svg");
  return svg ? svg.getBoundingClientRect().width / svg.width.baseVal.value : 1;
}

function fit(): void {
  scale = undefined;
  resize();
}

function resize(): void {
  const svg = drawing.querySelector("svg");
  if (!svg) return;
  svg.style.width = scale === undefined ? "" : `${svg.width.baseVal.value * scale}px`;
  drawing.classList.toggle("fitted", scale === undefined);
}

editor.postMessage({ kind: "ready" });
