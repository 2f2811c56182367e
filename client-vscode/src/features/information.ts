import { Uri, window, workspace, type ExtensionContext } from 'vscode';
import { commands } from '../commands';
import { informationUri } from '../server/requests';
import type { ServerSession } from '../server/serverSession';
import { registerUserCommand } from './userCommand';

/** What belongs into the report of a defect, as a text to copy from. It is written anew each time. */
export function activateInformation(context: ExtensionContext, session: ServerSession): void {
  context.subscriptions.push(registerUserCommand(commands.showInformation, async () => {
    const { text } = await session.request<{ text: string }>('workspace/textDocumentContent', { uri: Uri.parse(informationUri).toString() });
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: text }));
  }));
}
