/** The findings of one stage, shown among the problems. */

import * as vscode from "vscode";

/** Go to the first finding of a stage, and open the list of all. */
export async function showFindings(uri: vscode.Uri, stage: string): Promise<void> {
  const range = await rangeOf(uri, stage);
  const found = vscode.languages
    .getDiagnostics(uri)
    .filter((one) => one.source === "processctl" && range?.contains(one.range.start))
    .sort((one, other) => one.range.start.compareTo(other.range.start));
  const selection = found[0]?.range ?? range;
  if (selection) await vscode.window.showTextDocument(uri, { selection });
  await vscode.commands.executeCommand("workbench.actions.view.problems");
}

/** Where a stage is written, from its name to its end. */
async function rangeOf(uri: vscode.Uri, stage: string): Promise<vscode.Range | undefined> {
  const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    "vscode.executeDocumentSymbolProvider",
    uri,
  );
  const stages = outline?.filter((one) => one.name === "stages").flatMap((one) => one.children);
  return stages?.find((one) => one.name === stage)?.range;
}
