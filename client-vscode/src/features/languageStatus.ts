import { languages, LanguageStatusSeverity, type ExtensionContext, type LanguageStatusItem } from 'vscode';
import { commands } from '../commands';
import { pythonDocuments } from '../documents';
import { presentStatus, type Severity } from '../server/presentStatus';
import type { ServerSession } from '../server/serverSession';

const severities: Record<Severity, LanguageStatusSeverity> = {
  info: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

/** The entry behind `{}` in the status bar of a Python file: is the server there, which one, and is it at work. */
export function activateLanguageStatus(context: ExtensionContext, session: ServerSession): void {
  const item = languages.createLanguageStatusItem('leaklens.status', pythonDocuments);
  item.name = 'LeakLens';
  item.command = { command: commands.showLogs, title: 'Show Logs' };
  show(item, session);
  context.subscriptions.push(item, session.onDidChangeStatus(() => show(item, session)));
}

function show(item: LanguageStatusItem, session: ServerSession): void {
  const { text, detail, severity, busy } = presentStatus(session.status);
  item.text = text;
  item.detail = detail;
  item.severity = severities[severity];
  item.busy = busy;
}
