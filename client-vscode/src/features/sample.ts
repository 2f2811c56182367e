import { Uri, window, workspace, type ExtensionContext } from 'vscode';
import { commands } from '../commands';
import { registerUserCommand } from './userCommand';

/** Opens a small program that leaks, to look around with. It is a copy: nothing of the extension can be changed by accident. */
export function activateSample(context: ExtensionContext): void {
  context.subscriptions.push(registerUserCommand(commands.openSample, async () => {
    const file = Uri.joinPath(context.extensionUri, 'walkthrough', 'leaky.py');
    const content = new TextDecoder().decode(await workspace.fs.readFile(file));
    await window.showTextDocument(await workspace.openTextDocument({ language: 'python', content }));
  }));
}
