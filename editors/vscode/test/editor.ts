/** An editor without a screen: it starts the real server and speaks with it as the extension does. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type Diagnostic,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { Journey, type Lack, type Screen } from "../src/journey";
import { DIAGRAM, DIAGRAM_CHANGED, EXPERIMENTAL, JUDGED } from "../src/protocol";

const EXAMPLES = process.env.PROCESSCTL_EXAMPLES ?? path.resolve("../../examples");
const PROGRAM = process.env.PROCESSCTL ?? "processctl";

/** What the panel shows, told as it happens. */
export class Seen implements Screen {
  drawings: string[] = [];
  lacks: Lack[] = [];

  show(svg: string): void {
    this.drawings.push(svg);
  }

  lack(lack: Lack): void {
    this.lacks.push(lack);
  }
}

export class Editor {
  readonly folder: string;
  readonly seen = new Seen();
  readonly journey: Journey;
  readonly diagnostics = new Map<string, Diagnostic[]>();
  connection!: ProtocolConnection;
  #server!: ChildProcess;
  readonly #texts = new Map<string, { text: string; version: number }>();
  #heard: (() => void)[] = [];

  /** A copy of an example is open. */
  constructor(example: string) {
    this.folder = mkdtempSync(path.join(tmpdir(), "processctl-"));
    cpSync(path.join(EXAMPLES, example), this.folder, { recursive: true });
    this.journey = new Journey(
      (params) => this.connection.sendRequest(DIAGRAM, params),
      this.seen,
      "light",
    );
  }

  /** Start the server, or another one; documents that are open are told to it. */
  async start(locale = "en"): Promise<Record<string, unknown>> {
    this.#server = spawn(PROGRAM, ["lsp", "--today", "2026-11-26"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const { stdin, stdout } = this.#server;
    if (!stdin || !stdout) throw new Error("no pipes");
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", (params) => {
      this.diagnostics.set(params.uri, params.diagnostics);
    });
    this.connection.onNotification(JUDGED, (params) => {
      this.journey.judged(params);
      const judged = params.documents.every(
        (one) => one.version === this.#texts.get(one.uri)?.version,
      );
      if (judged && params.documents.length > 0) for (const hear of this.#heard.splice(0)) hear();
    });
    this.connection.onNotification(DIAGRAM_CHANGED, (params) => this.journey.changed(params));
    this.connection.listen();
    const answer = await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      locale,
      capabilities: {
        experimental: EXPERIMENTAL,
        workspace: { workspaceEdit: { documentChanges: true } },
      },
      workspaceFolders: [{ uri: this.uri(""), name: "example" }],
    });
    await this.connection.sendNotification("initialized", {});
    for (const uri of this.#texts.keys()) await this.#open(uri);
    return answer as Record<string, unknown>;
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  /** Open a file, and wait until it has been judged. */
  async open(name: string): Promise<string> {
    const uri = this.uri(name);
    this.#texts.set(uri, { text: readFileSync(path.join(this.folder, name), "utf8"), version: 1 });
    const judged = this.judged();
    await this.#open(uri);
    await judged;
    return uri;
  }

  /** Write something else instead of a text that stands there, and wait until that has been judged. */
  async replace(uri: string, before: string, after: string): Promise<void> {
    const text = this.text(uri).replace(before, () => after);
    const version = (this.#texts.get(uri)?.version ?? 0) + 1;
    this.#texts.set(uri, { text, version });
    const judged = this.judged();
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    await judged;
  }

  text(uri: string): string {
    return this.#texts.get(uri)?.text ?? "";
  }

  /** Where some text ends. */
  behind(uri: string, words: string): Position {
    const before = this.text(uri).slice(0, this.text(uri).indexOf(words) + words.length);
    const lines = before.split("\n");
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  }

  /** The next judgement of all documents as they stand. */
  judged(): Promise<void> {
    return new Promise((resolve) => this.#heard.push(resolve));
  }

  /** Wait for something that comes by itself. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** The server dies. */
  async kill(): Promise<void> {
    const gone = once(this.#server, "exit");
    this.#server.kill("SIGKILL");
    await gone;
    this.connection.dispose();
  }

  /** Stop the server as the protocol asks; the answer is its exit status. */
  async close(): Promise<number> {
    const gone = once(this.#server, "exit");
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    const [status] = await gone;
    this.connection.dispose();
    rmSync(this.folder, { recursive: true });
    return status;
  }

  async #open(uri: string): Promise<void> {
    const { text, version } = this.#texts.get(uri) ?? { text: "", version: 1 };
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version, text },
    });
  }
}
