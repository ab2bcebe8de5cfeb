/** The panel with the drawing of a process. */

import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { Journey, type Lack, type Screen } from "./journey";
import { html, type Remembered, type ToPage, understood } from "./page";
import type { Theme } from "./protocol";
import type { Server } from "./server";

export const VIEW_TYPE = "processctl.journey";

export class Panel implements Screen, vscode.Disposable {
  readonly #journey: Journey;
  #panel: vscode.WebviewPanel | undefined;
  /** What the page shows; it forgets it whenever nobody sees it. */
  #last: ToPage | undefined;
  #reveal: string | undefined;
  #ready = false;

  constructor(
    readonly extension: vscode.Uri,
    readonly server: Server,
  ) {
    this.#journey = new Journey((params) => server.diagram(params), this, theme());
  }

  /** What hears of the server. */
  get journey(): Journey {
    return this.#journey;
  }

  /** Show the process of a document, and a stage of it. */
  open(uri: string, stage?: string): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
    } else {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      const title = vscode.l10n.t("Journey");
      this.#take(vscode.window.createWebviewPanel(VIEW_TYPE, title, column));
    }
    this.#reveal = stage;
    void this.#journey.show(uri).then(() => this.#send());
  }

  /** Put the drawing back into a panel that was open when the editor was closed. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const remembered = state as Partial<Remembered> | undefined;
    if (typeof remembered?.uri !== "string") {
      panel.dispose();
      return;
    }
    this.#take(panel);
    void this.#journey.show(remembered.uri);
  }

  /** Somebody looks at another document. */
  follow(uri: string): void {
    if (this.#panel) void this.#journey.follow(uri);
  }

  /** The editor has other colours. */
  recolour(): void {
    this.#journey.theme = theme();
    if (this.#panel) void this.#journey.draw();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  show(svg: string): void {
    this.#last = { kind: "drawing", svg };
    this.#send();
  }

  lack(lack: Lack): void {
    this.#last = { kind: "words", words: wordsFor(lack) };
    this.#send();
  }

  #take(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    this.#ready = false;
    this.#last = undefined;
    const dist = vscode.Uri.joinPath(this.extension, "dist");
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.webview.onDidReceiveMessage((message) => void this.#hear(message));
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#ready = false; // its page is gone, and begins anew when it is seen
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.html = html({
      title: panel.title,
      language: vscode.env.language,
      nonce: randomBytes(16).toString("base64url"),
      source: panel.webview.cspSource,
      script: String(panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, "panel.js"))),
      style: String(panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, "panel.css"))),
    });
  }

  #send(): void {
    if (!this.#ready || !this.#last) return;
    this.#post(this.#last);
    if (this.#reveal !== undefined && this.#last.kind === "drawing") {
      this.#post({ kind: "reveal", stage: this.#reveal });
      this.#reveal = undefined;
    }
  }

  #post(message: ToPage): void {
    void this.#panel?.webview.postMessage({ ...message, uri: this.#journey.uri });
  }

  async #hear(said: unknown): Promise<void> {
    const message = understood(said);
    if (message?.kind === "ready") {
      this.#ready = true;
      this.#send();
    } else if (message?.kind === "go") {
      const place = await this.#journey.place(message.stage);
      const location = place && this.server.location(place);
      if (location) await goTo(location);
    }
  }
}

/** Go to a place, where its file is open already, else beside the drawing. */
async function goTo(location: vscode.Location): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(
    (editor) => String(editor.document.uri) === String(location.uri),
  );
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(location.uri, { selection: location.range, viewColumn });
}

function wordsFor(lack: Lack): string {
  if (lack === "nothing to draw") return vscode.l10n.t("This process has no stages yet.");
  if (lack === "no process") return vscode.l10n.t("This file belongs to no process.");
  return vscode.l10n.t("The drawing failed: {0}", lack.failed);
}

function theme(): Theme {
  const { Dark, HighContrast } = vscode.ColorThemeKind;
  const { kind } = vscode.window.activeColorTheme;
  return kind === Dark || kind === HighContrast ? "dark" : "light";
}
