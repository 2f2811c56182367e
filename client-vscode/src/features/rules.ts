import { Uri, window, type ExtensionContext } from 'vscode';
import { commands } from '../commands';
import { requests, type RuleAnswer } from '../server/requests';
import type { ServerSession } from '../server/serverSession';
import { showPage } from './pages';
import { registerUserCommand } from './userCommand';

/** Explains a rule: the one that is named, else the one that is chosen. */
export function activateRules(context: ExtensionContext, session: ServerSession): void {
  context.subscriptions.push(registerUserCommand(commands.explainRule, async named => {
    const rules = await session.request<RuleAnswer[]>(requests.rules, {});
    const rule = rules.find(one => one.id === named || one.name === named) ?? await choose(rules);
    if (rule) await showPage(Uri.parse(rule.uri));
  }));
}

async function choose(rules: readonly RuleAnswer[]): Promise<RuleAnswer | undefined> {
  const items = rules.map(rule => ({ label: rule.id, description: rule.name, detail: rule.summary, rule }));
  const chosen = await window.showQuickPick(items, { placeHolder: 'Which rule?', matchOnDescription: true, matchOnDetail: true });
  return chosen?.rule;
}
