import { Position, Range, Uri, ViewColumn, window, workspace, type ExtensionContext, type WebviewPanel } from 'vscode';
import { commands } from '../commands';
import { requests, type ReportAnswer } from '../server/requests';
import type { ServerSession } from '../server/serverSession';
import { registerUserCommand } from './userCommand';

const formats = [
  { label: 'HTML', description: 'one page with everything in it', format: 'html', extension: 'html' },
  { label: 'SARIF', description: 'for code scanning', format: 'sarif', extension: 'sarif' },
  { label: 'JSON', description: 'for programs', format: 'json', extension: 'json' },
  { label: 'Markdown', description: 'a table for a pull request', format: 'markdown', extension: 'md' },
];

interface OpenMessage {
  readonly command: 'open';
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** The report of the last scan: the page that the server writes, in a tab or in a file. */
export function activateReport(context: ExtensionContext, session: ServerSession): void {
  let panel: WebviewPanel | undefined;
  let folders: ReportAnswer['folders'] = [];

  const show = async (): Promise<void> => {
    const report = await ask(session, 'html');
    folders = report.folders;
    panel ??= window.createWebviewPanel('leaklens.report', 'LeakLens Report', { viewColumn: ViewColumn.Active, preserveFocus: true }, { enableScripts: true, localResourceRoots: [] });
    panel.webview.html = report.text;
    panel.reveal(undefined, true);
  };
  const open = async ({ path, line, column }: OpenMessage): Promise<void> => {
    const root = folders.find(({ prefix }) => path.startsWith(prefix));
    if (!root) return;
    const place = new Position(line - 1, column - 1);
    await window.showTextDocument(Uri.joinPath(Uri.file(root.folder), path.slice(root.prefix.length)), { selection: new Range(place, place), viewColumn: ViewColumn.Beside });
  };

  context.subscriptions.push(
    registerUserCommand(commands.showReport, async () => {
      const isNew = panel === undefined;
      await show();
      if (!isNew || !panel) return;
      panel.onDidDispose(() => { panel = undefined; });
      panel.webview.onDidReceiveMessage(async (message: OpenMessage) => { if (message.command === 'open') await open(message); });
    }),
    registerUserCommand(commands.exportReport, () => save(session)),
    { dispose: () => panel?.dispose() },
  );
}

async function ask(session: ServerSession, format: string): Promise<ReportAnswer> {
  const report = await session.request<ReportAnswer | null>(requests.reportText, { format });
  if (!report) throw new Error('nothing has been scanned yet. Scan Workspace does it.');
  return report;
}

async function save(session: ServerSession): Promise<void> {
  const picked = await window.showQuickPick(formats, { placeHolder: 'The form of the report' });
  if (!picked) return;
  const { text, folders } = await ask(session, picked.format);
  const folder = folders[0] ? Uri.file(folders[0].folder) : undefined;
  const target = await window.showSaveDialog({
    filters: { [picked.label]: [picked.extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, `leaklens-report.${picked.extension}`) }),
  });
  if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(text));
}
