import { commands as vscodeCommands, window, type ExtensionContext } from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import { commands } from '../commands';
import { serverCommands, type ScanAnswer } from '../server/requests';
import type { ServerSession } from '../server/serverSession';
import { registerUserCommand } from './userCommand';

const summaryTime = 10_000;

/** The server scans, shows its progress and fills the Problems view; here is what starts and stops it. */
export function activateScan(context: ExtensionContext, session: ServerSession): void {
  context.subscriptions.push(
    registerUserCommand(commands.scanWorkspace, async () => {
      const { stopped } = await scan(session, serverCommands.scanWorkspace);
      // Whoever stops a scan wants to go on with something else; the report can be asked for.
      if (!stopped) await vscodeCommands.executeCommand(commands.showReport);
    }),
    registerUserCommand(commands.scanChangedFiles, async () => { await scan(session, serverCommands.scanChangedFiles); }),
    registerUserCommand(commands.stopScan, async () => { await session.request(ExecuteCommandRequest.method, { command: serverCommands.stopScan }); }),
  );
}

async function scan(session: ServerSession, command: string): Promise<ScanAnswer> {
  const scanning = session.request<ScanAnswer>(ExecuteCommandRequest.method, { command });
  await vscodeCommands.executeCommand('workbench.actions.view.problems');
  const answer = await scanning;
  window.setStatusBarMessage(`$(check) LeakLens: ${answer.summary}`, summaryTime);
  return answer;
}
