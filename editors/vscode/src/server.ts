/** The language server `processctl lsp`: found, started, started again. */

import { homedir } from "node:os";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";
import { findProgram, objection, type Surroundings } from "./program";
import {
  DIAGRAM,
  DIAGRAM_CHANGED,
  type Diagram,
  type DiagramChanged,
  type DiagramParams,
  EXPERIMENTAL,
  JUDGED,
  type Judged,
} from "./protocol";

/** Whoever hears what the server says of its own accord. */
export interface Listener {
  judged(params: Judged): void;
  changed(params: DiagramChanged): void;
}

/** A client that speaks the language that was chosen. */
class Client extends LanguageClient {
  protected override getLocale(): string {
    const chosen = settings().get("language", "auto");
    return chosen === "auto" ? super.getLocale() : chosen;
  }
}

export class Server implements vscode.Disposable {
  #client: Client | undefined;
  /** One thing at a time: what starts waits until what stops has ended. */
  #queue: Promise<void> = Promise.resolve();

  constructor(
    readonly log: vscode.LogOutputChannel,
    readonly listener: Listener,
  ) {}

  /** Start it, or start it again. Unless `asked`, nobody without a process hears that it is missing. */
  restart({ asked }: { asked: boolean }): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      await this.#stop();
      await this.#start(asked);
    });
    return this.#queue;
  }

  stop(): Promise<void> {
    this.#queue = this.#queue.then(() => this.#stop());
    return this.#queue;
  }

  dispose(): void {
    void this.stop();
  }

  /** The drawing of a process, once the server runs. */
  async diagram(params: DiagramParams): Promise<Diagram | null> {
    await this.#queue;
    if (!this.#client) throw new Error(vscode.l10n.t("processctl is not running."));
    return this.#client.sendRequest(DIAGRAM, params);
  }

  /** A place as the editor counts. */
  location(place: Diagram["stages"][string]): vscode.Location | undefined {
    return this.#client?.protocol2CodeConverter.asLocation(place);
  }

  async #start(asked: boolean): Promise<void> {
    const around: Surroundings = {
      setting: settings().get("path", ""),
      folders: (vscode.workspace.workspaceFolders ?? [])
        .filter((folder) => folder.uri.scheme === "file")
        .map((folder) => folder.uri.fsPath),
      trusted: vscode.workspace.isTrusted,
      platform: process.platform,
      PATH: process.env.PATH ?? "",
      home: homedir(),
    };
    const program = await findProgram(around);
    if (program === undefined) {
      this.log.warn("processctl was not found.");
      const withheld = !around.trusted && (await findProgram({ ...around, trusted: true }));
      if (withheld) void this.#withheld(withheld);
      else if (asked || (await hasProcess())) void this.#missing();
      return;
    }
    this.log.info(`Starting ${program} lsp`);
    const objected = await objection(program);
    if (objected !== undefined) {
      this.log.error(objected);
      void this.#broken(program);
      return;
    }
    const client = new Client(
      "processctl",
      "processctl",
      { command: program, args: ["lsp"] },
      this.#options(),
    );
    client.registerFeature({
      fillClientCapabilities(capabilities): void {
        capabilities.experimental = { ...capabilities.experimental, ...EXPERIMENTAL };
      },
      initialize(): void {},
      getState: () => ({ kind: "static" }),
      clear(): void {},
    });
    client.onNotification(JUDGED, (params) => this.listener.judged(params));
    client.onNotification(DIAGRAM_CHANGED, (params) => this.listener.changed(params));
    try {
      await client.start();
      this.#client = client;
    } catch (error) {
      this.log.error(String(error));
      await client.dispose().catch(() => undefined); // it never was there
      void this.#broken(program);
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // One that does not answer any more is ended all the same.
    await client?.dispose().catch((error: unknown) => this.log.warn(String(error)));
  }

  #options(): LanguageClientOptions {
    const rulePages = settings().get("rulePages", "").trim();
    return {
      documentSelector: [
        { scheme: "file", language: "yaml" },
        { scheme: "untitled", language: "yaml" },
      ],
      outputChannel: this.log,
      initializationOptions: rulePages ? { rulePages } : {},
      initializationFailedHandler: () => false, // we say it ourselves
    };
  }

  async #missing(): Promise<void> {
    const path = settings().get("path", "").trim();
    const words = path
      ? vscode.l10n.t("The setting processctl.path names no program: {0}", path)
      : vscode.l10n.t(
          "processctl was not found. Install it with: pipx install git+REPOSITORY. If it is installed already, say where in the setting processctl.path.",
        );
    const open = vscode.l10n.t("Open the Settings");
    const again = vscode.l10n.t("Try Again");
    const chosen = await vscode.window.showWarningMessage(words, open, again);
    if (chosen === open) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "processctl.path");
    } else if (chosen === again) {
      await this.restart({ asked: true });
    }
  }

  async #withheld(program: string): Promise<void> {
    const words = vscode.l10n.t(
      "{0} came with this folder. It is started once you have said that you trust the folder.",
      program,
    );
    const manage = vscode.l10n.t("Manage Trust");
    if ((await vscode.window.showWarningMessage(words, manage)) === manage) {
      await vscode.commands.executeCommand("workbench.trust.manage");
    }
  }

  async #broken(program: string): Promise<void> {
    const words = vscode.l10n.t(
      "{0} does not start as a language server. It may be too old: install the newest one.",
      program,
    );
    const show = vscode.l10n.t("Show the Log");
    if ((await vscode.window.showErrorMessage(words, show)) === show) this.log.show();
  }
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("processctl");
}

async function hasProcess(): Promise<boolean> {
  return (await vscode.workspace.findFiles("**/processctl.yaml", undefined, 1)).length > 0;
}
