/** The page inside the panel. It loads nothing but its own script and style. */

/** What the page is made of; addresses are those that the editor gives to files of the extension. */
export interface Page {
  title: string;
  language: string;
  /** New for each page, and not to be guessed. */
  nonce: string;
  /** What the editor calls the place of the extension's files in a content security policy. */
  source: string;
  script: string;
  style: string;
}

/** What the editor says to the page. */
export type ToPage =
  | { kind: "drawing"; svg: string }
  | { kind: "words"; words: string }
  | { kind: "reveal"; stage: string };

/** What the page says to the editor. */
export type FromPage = { kind: "ready" } | { kind: "go"; stage: string };

/** What the page remembers, so that the panel comes back when the editor is started again. */
export interface Remembered {
  uri: string;
}

/** What the page has said, if it is something that it says. */
export function understood(message: unknown): FromPage | undefined {
  if (typeof message !== "object" || message === null || !("kind" in message)) return undefined;
  if (message.kind === "ready") return { kind: "ready" };
  if (message.kind === "go" && "stage" in message && typeof message.stage === "string") {
    return { kind: "go", stage: message.stage };
  }
  return undefined;
}

export function html(page: Page): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${page.nonce}'`,
    `style-src ${page.source}`,
    "font-src data:",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${escaped(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)}</title>
<link rel="stylesheet" href="${escaped(page.style)}">
</head>
<body>
<p id="words" role="status" hidden></p>
<main id="drawing"></main>
<script nonce="${page.nonce}" src="${escaped(page.script)}"></script>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
