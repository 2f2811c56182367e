import { env, Uri, window, type ExtensionContext } from 'vscode';
import type { Position } from 'vscode-languageclient/node';
import { commands } from '../commands';
import { requests, type FindingAnswer } from '../server/requests';
import type { ServerSession } from '../server/serverSession';
import { showCode, showPage } from './pages';
import { registerUserCommand } from './userCommand';

const copiedTime = 3_000;

/** What can be done with the finding at the cursor, or at the place that a lens gives. */
export function activateFindings(context: ExtensionContext, session: ServerSession): void {
  context.subscriptions.push(
    registerUserCommand(commands.showLeakPath, async (uri, position) => {
      const finding = await findingAt(session, uri, position);
      await showPage(Uri.parse(finding.uri));
    }),
    registerUserCommand(commands.showPayload, async uri => {
      if (typeof uri !== 'string') throw new Error('there is a lens above each line that runs hidden code: press it.');
      await showCode(Uri.parse(uri));
    }),
    registerUserCommand(commands.copyFinding, async (uri, position) => {
      const finding = await findingAt(session, uri, position);
      await env.clipboard.writeText(finding.markdown);
      window.setStatusBarMessage(`$(check) LeakLens: ${finding.ruleId} copied as Markdown`, copiedTime);
    }),
  );
}

async function findingAt(session: ServerSession, uri: unknown, position: unknown): Promise<FindingAnswer> {
  const place = typeof uri === 'string' ? { uri, position: position as Position } : atCursor(session);
  const finding = await session.request<FindingAnswer | null>(requests.finding, { textDocument: { uri: place.uri }, position: place.position });
  if (!finding) throw new Error('there is no finding on this line.');
  return finding;
}

function atCursor(session: ServerSession): { uri: string; position: Position } {
  const editor = window.activeTextEditor;
  if (!editor) throw new Error('no file is open.');
  return { uri: session.uriOf(editor.document.uri), position: editor.selection.active };
}
