import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { findServer, type ServerPlace } from '../server/findServer';
import { ServerSession } from '../server/serverSession';

const serverPath = 'leaklens.server.path';

/** Where the server is now: the user may name another. */
export function placeOfServer(context: ExtensionContext): ServerPlace {
  return findServer({
    setting: workspace.getConfiguration().get(serverPath, ''),
    extensionFolder: context.extensionPath,
    platform: process.platform,
    home: homedir(),
    exists: existsSync,
  });
}

/** Makes the session, and starts it anew when the user names another server or trusts a workspace that does. */
export function activateServer(context: ExtensionContext, log: LogOutputChannel): ServerSession {
  const session = new ServerSession(log, () => placeOfServer(context));
  context.subscriptions.push(session, workspace.onDidChangeConfiguration(event => {
    if (event.affectsConfiguration(serverPath)) void session.restart();
  }));
  return session;
}
