import { Uri, window, workspace, type ExtensionContext, type WorkspaceFolder } from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import { commands } from '../commands';
import { serverCommands, type BaselineAnswer } from '../server/requests';
import type { ServerSession } from '../server/serverSession';
import { registerUserCommand } from './userCommand';

const summaryTime = 10_000;
const usualName = 'leaks.json';

/** Forgives a folder what is found in it today: the server writes the file, the folder's settings name it. */
export function activateBaseline(context: ExtensionContext, session: ServerSession): void {
  context.subscriptions.push(registerUserCommand(commands.writeBaseline, async () => {
    const folder = await pickFolder();
    const file = folder && await pickFile(folder);
    if (!folder || !file) return;
    const answer = await session.request<BaselineAnswer>(ExecuteCommandRequest.method, { command: serverCommands.writeBaseline, arguments: [{ file: session.uriOf(file) }] });
    const settings = workspace.getConfiguration('leaklens', folder.uri);
    if (settings.get('baseline') !== answer.file) await settings.update('baseline', answer.file);
    window.setStatusBarMessage(`$(check) LeakLens: ${answer.summary}`, summaryTime);
  }));
}

async function pickFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error('no folder is open: there is nothing to forgive.');
  return folders.length === 1 ? folders[0] : window.showWorkspaceFolderPick({ placeHolder: 'The folder whose findings are to be forgiven' });
}

/** The one that the settings name; else one that is asked for, and may be there already. */
async function pickFile(folder: WorkspaceFolder): Promise<Uri | undefined> {
  const named = workspace.getConfiguration('leaklens', folder.uri).get<string>('baseline', '').trim();
  if (named !== '') return Uri.joinPath(folder.uri, named);
  const name = await window.showInputBox({
    title: 'LeakLens: Write Baseline',
    prompt: `What is found in ${folder.name} today is written to this file, and not told any more. What is new is told.`,
    value: usualName,
    validateInput: text => (/\.json$/.test(text.trim()) ? undefined : 'A file name that ends in .json'),
  });
  return name === undefined ? undefined : Uri.joinPath(folder.uri, name.trim());
}
