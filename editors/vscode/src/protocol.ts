/** What `processctl lsp` understands beside the protocol (docs/editor.md, "For those who write plug-ins"). */

import { type Location, NotificationType, RequestType } from "vscode-languageserver-protocol";

export type Theme = "light" | "dark";

/** `uri` is an open document, or the folder of a process. */
export interface DiagramParams {
  uri: string;
  theme: Theme;
}

/** `svg` is empty where there is nothing to draw; `stages` says where each stage is written. */
export interface Diagram {
  svg: string;
  stages: Record<string, Location>;
  folder: string;
  version: number | null;
}

/** The process in the folder `uri` has been judged; `documents` are those of it that are open. */
export interface Judged {
  uri: string;
  documents: { uri: string; version: number }[];
}

/** The process in the folder `uri` is drawn otherwise than before. */
export interface DiagramChanged {
  uri: string;
}

export const DIAGRAM = new RequestType<DiagramParams, Diagram | null, void>("processctl/diagram");
export const JUDGED = new NotificationType<Judged>("processctl/judged");
export const DIAGRAM_CHANGED = new NotificationType<DiagramChanged>("processctl/diagramChanged");

/** Says to the server that it may speak of these, among the experimental capabilities of a client. */
export const EXPERIMENTAL = { processctl: { diagrams: true } };
