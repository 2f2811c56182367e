import { commands as vscodeCommands, window, type ExtensionContext } from 'vscode';
import { commands } from '../commands';
import type { ServerSession } from '../server/serverSession';

const showLogs = 'Show Logs';

/** The only message that LeakLens itself ever pops up: without a server there is nothing else to see. Once per failed start. */
export function activateStartFailure(context: ExtensionContext, session: ServerSession): void {
  let told = false;
  context.subscriptions.push(session.onDidChangeStatus(status => {
    const failed = status.state === 'failed';
    if (failed && !told) void tell(status.reason);
    told = failed;
  }));
}

async function tell(reason: string | undefined): Promise<void> {
  const choice = await window.showErrorMessage(`LeakLens could not start its server${reason ? `: ${reason}` : '.'}`, showLogs);
  if (choice === showLogs) await vscodeCommands.executeCommand(commands.showLogs);
}
