import { commands as vscodeCommands, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { commands } from '../commands';

/** The one output channel: what the server logs, what it writes to stderr, and the trace of messages. */
export function activateLogs(context: ExtensionContext): LogOutputChannel {
  const log = window.createOutputChannel('LeakLens', { log: true });
  context.subscriptions.push(log, vscodeCommands.registerCommand(commands.showLogs, () => log.show()));
  return log;
}
