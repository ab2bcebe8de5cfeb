/** Which processctl is started. */

import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** What is known when a program is looked for; `PATH` and `home` are those of this computer. */
export interface Surroundings {
  /** The setting `processctl.path`. */
  setting: string;
  folders: readonly string[];
  /** Whether the user trusts what the folders bring. */
  trusted: boolean;
  platform: NodeJS.Platform;
  PATH: string;
  home: string;
}

/**
 * The full paths where processctl may be, the best first. A setting leaves no choice. Nothing of a
 * folder that is not trusted is ever started, even if it stands on the PATH.
 */
export function candidates(around: Surroundings): string[] {
  const { join, isAbsolute, normalize, delimiter } = on(around.platform);
  const windows = around.platform === "win32";
  const name = windows ? "processctl.exe" : "processctl";
  const setting = around.setting.trim().replace(/^~(?=[/\\])/, () => around.home);
  if (setting) return isAbsolute(setting) ? [normalize(setting)] : [];
  const environments = around.folders.map((folder) =>
    join(folder, ".venv", windows ? "Scripts" : "bin", name),
  );
  // A relative or empty entry would mean the folder that happens to be open.
  const found = around.PATH.split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name));
  if (around.trusted) return [...environments, ...found];
  return found.filter((file) => !around.folders.some((folder) => isWithin(file, folder, around)));
}

/** The full path of the processctl to start, if there is one. */
export async function findProgram(around: Surroundings): Promise<string | undefined> {
  for (const file of candidates(around)) if (await isProgram(file)) return file;
  return undefined;
}

/** Why a program is no language server; undefined if it is one. An older processctl has none. */
export async function objection(program: string): Promise<string | undefined> {
  try {
    await promisify(execFile)(program, ["lsp", "--help"]);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function isWithin(file: string, folder: string, around: Surroundings): boolean {
  const { relative, isAbsolute } = on(around.platform);
  const way = relative(folder, file);
  return !way.startsWith("..") && !isAbsolute(way);
}

function on(platform: NodeJS.Platform): path.PlatformPath {
  return platform === "win32" ? path.win32 : path.posix;
}
