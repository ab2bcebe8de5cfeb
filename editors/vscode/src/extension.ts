/** processctl in Visual Studio Code: all that is known comes from `processctl lsp`; this shows it. */

import * as vscode from "vscode";
import { showFindings } from "./findings";
import { Panel, VIEW_TYPE } from "./panel";
import { Server } from "./server";

/** Settings that the server is told when it starts, and only then. */
const AT_START = ["processctl.path", "processctl.language", "processctl.rulePages"];

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("processctl", { log: true });
  const running = new Server(log, {
    judged: (params) => {
      panel.journey.judged(params);
      look(panel);
    },
    changed: (params) => panel.journey.changed(params),
  });
  const panel = new Panel(context.extensionUri, running);
  server = running;

  const { commands, window, workspace } = vscode;
  context.subscriptions.push(
    log,
    running,
    panel,
    commands.registerCommand(
      "processctl.showDiagram",
      (uri?: string | vscode.Uri, stage?: string) => {
        const wanted = uri ?? window.activeTextEditor?.document.uri;
        if (wanted) panel.open(String(wanted), typeof stage === "string" ? stage : undefined);
      },
    ),
    commands.registerCommand("processctl.showFindings", (uri: string, stage: string) =>
      showFindings(vscode.Uri.parse(uri), stage),
    ),
    commands.registerCommand("processctl.restartServer", () => running.restart({ asked: true })),
    commands.registerCommand("processctl.showLog", () => log.show()),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(restored, state) {
        panel.restore(restored, state);
      },
    }),
    window.onDidChangeActiveTextEditor(() => look(panel)),
    window.onDidChangeActiveColorTheme(() => panel.recolour()),
    workspace.onDidChangeConfiguration((event) => {
      if (AT_START.some((name) => event.affectsConfiguration(name))) {
        void running.restart({ asked: true });
      }
    }),
    workspace.onDidGrantWorkspaceTrust(() => running.restart({ asked: false })),
  );
  void running.restart({ asked: false });
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

/** Somebody looks at a document, or more is known of it: the panel follows, and the button for it comes or goes. */
function look(panel: Panel): void {
  const document = vscode.window.activeTextEditor?.document;
  const isProcess = document !== undefined && panel.journey.isPart(String(document.uri));
  void vscode.commands.executeCommand("setContext", "processctl.isProcess", isProcess);
  if (isProcess) panel.follow(String(document.uri));
}
