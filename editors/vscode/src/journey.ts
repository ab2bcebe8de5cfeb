/** What the panel shows: one process, drawn anew when it has changed. */

import type { Location } from "vscode-languageserver-protocol";
import type { Diagram, DiagramChanged, DiagramParams, Judged, Theme } from "./protocol";

/** Why there is no drawing. */
export type Lack = "nothing to draw" | "no process" | { failed: string };

/** Whoever shows it. */
export interface Screen {
  show(svg: string): void;
  lack(lack: Lack): void;
}

export class Journey {
  #uri: string | undefined;
  #folder: string | undefined;
  #stages: Record<string, Location> = {};
  /** The folder of each open document that belongs to a process. */
  readonly #folders = new Map<string, string>();
  /** Whether the text has changed since, though not what is drawn of it. */
  #moved = false;
  #drawing: Promise<void> | undefined;
  #again = false;

  constructor(
    readonly ask: (params: DiagramParams) => Promise<Diagram | null>,
    readonly screen: Screen,
    public theme: Theme,
  ) {}

  /** Any document or folder of the process that is shown. */
  get uri(): string | undefined {
    return this.#folder ?? this.#uri;
  }

  /** Whether a document belongs to a process, so far as the server has said. */
  isPart(document: string): boolean {
    return this.#folders.has(document);
  }

  /** Show the process of a document, or of a folder. */
  async show(uri: string): Promise<void> {
    this.#uri = uri;
    this.#folder = this.#folders.get(uri);
    await this.draw();
  }

  /** Somebody looks at another document: show its process, if it is of another one. */
  async follow(document: string): Promise<void> {
    const folder = this.#folders.get(document);
    if (folder !== undefined && folder !== this.#folder) await this.show(document);
  }

  judged(params: Judged): void {
    for (const [document, folder] of this.#folders) {
      if (folder === params.uri) this.#folders.delete(document);
    }
    for (const document of params.documents) this.#folders.set(document.uri, params.uri);
    if (params.uri === this.#folder) this.#moved = true;
    else if (this.#folder === undefined && params.documents.some((one) => one.uri === this.#uri)) {
      void this.draw(); // it has become part of a process
    }
  }

  changed(params: DiagramChanged): void {
    if (params.uri === this.#folder) void this.draw();
  }

  /** Where a stage is written, in the text as it stands now. */
  async place(stage: string): Promise<Location | undefined> {
    if (this.#moved) await this.draw();
    return Object.hasOwn(this.#stages, stage) ? this.#stages[stage] : undefined;
  }

  /** Draw it. What is asked for while the server draws is drawn next, once. */
  async draw(): Promise<void> {
    this.#again = true;
    this.#drawing ??= this.#draw().finally(() => {
      this.#drawing = undefined;
    });
    await this.#drawing;
  }

  async #draw(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const wanted = this.#uri;
      if (this.uri === undefined) return;
      this.#moved = false;
      const found = await this.#asked(this.uri);
      if (this.#uri !== wanted) continue; // another process is wanted by now
      if (found === null) this.screen.lack("no process");
      else if ("failed" in found) this.screen.lack(found);
      else this.#take(found);
    }
  }

  async #asked(uri: string): Promise<Diagram | { failed: string } | null> {
    try {
      return await this.ask({ uri, theme: this.theme });
    } catch (error) {
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  }

  #take(diagram: Diagram): void {
    this.#folder = diagram.folder;
    this.#stages = diagram.stages;
    if (diagram.svg) this.screen.show(diagram.svg);
    else this.screen.lack("nothing to draw");
  }
}
