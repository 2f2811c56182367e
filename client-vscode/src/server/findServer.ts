import path from 'node:path';

/** What decides where the server is; passed in, so that the decision can be tested without an editor. */
export interface ServerSearch {
  /** `leaklens.server.path` as it is in force. VS Code leaves out what an untrusted workspace says. */
  readonly setting: string;
  readonly extensionFolder: string;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly exists: (file: string) => boolean;
}

export type ServerPlace = { readonly path: string } | { readonly problem: string };

/** The executable to start: the one that the user names, else the one in the extension. */
export function findServer(search: ServerSearch): ServerPlace {
  const setting = search.setting.trim();
  return setting === '' ? bundledServer(search) : namedServer(setting, search);
}

// A relative path would mean another program in every folder, on Windows even one that lies in the folder just opened.
function namedServer(setting: string, search: ServerSearch): ServerPlace {
  const paths = pathsOf(search.platform);
  const named = /^~[\\/]/.test(setting) ? paths.join(search.home, setting.slice(2)) : setting;
  if (!paths.isAbsolute(named)) return { problem: `the setting leaklens.server.path must be an absolute path, and is "${setting}".` };
  if (!search.exists(named)) return { problem: `the setting leaklens.server.path names ${named}, which does not exist.` };
  return { path: named };
}

function bundledServer(search: ServerSearch): ServerPlace {
  const name = search.platform === 'win32' ? 'leaklens.exe' : 'leaklens';
  const bundled = pathsOf(search.platform).join(search.extensionFolder, 'bin', name);
  if (search.exists(bundled)) return { path: bundled };
  return { problem: 'this build of the extension has no server for this platform. Name one in the setting leaklens.server.path.' };
}

function pathsOf(platform: NodeJS.Platform): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}
