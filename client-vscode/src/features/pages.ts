import { commands, ViewColumn, window, workspace, type Uri } from 'vscode';

/** Shows a page that the server writes. It is opened first: the preview knows only documents that are there. */
export async function showPage(uri: Uri): Promise<void> {
  await workspace.openTextDocument(uri);
  await commands.executeCommand('markdown.showPreview', uri);
}

/** Shows code that the server decoded beside what runs it. */
export async function showCode(uri: Uri): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument(uri), { viewColumn: ViewColumn.Beside, preview: false });
}
