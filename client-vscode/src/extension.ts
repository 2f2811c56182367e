import type { ExtensionContext } from 'vscode';
import { activateLanguageStatus } from './features/languageStatus';
import { activateLogs } from './features/logs';
import { activateRestart } from './features/restart';
import { activateServer } from './features/server';
import { activateStartFailure } from './features/startFailure';
import type { ServerSession } from './server/serverSession';

let session: ServerSession | undefined;

export function activate(context: ExtensionContext): void {
  const log = activateLogs(context);
  session = activateServer(context, log);
  activateLanguageStatus(context, session);
  activateStartFailure(context, session);
  activateRestart(context, session);
  session.start();
}

/** VS Code waits for this: the server has ended when the window has. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
