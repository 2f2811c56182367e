import { commands as vscodeCommands, type ExtensionContext } from 'vscode';
import { commands } from '../commands';
import type { ServerSession } from '../server/serverSession';

export function activateRestart(context: ExtensionContext, session: ServerSession): void {
  context.subscriptions.push(vscodeCommands.registerCommand(commands.restartServer, () => session.restart()));
}
