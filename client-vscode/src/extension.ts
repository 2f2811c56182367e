import type { ExtensionContext } from 'vscode';
import { activateBaseline } from './features/baseline';
import { activateFindings } from './features/findings';
import { activateInformation } from './features/information';
import { activateLanguageStatus } from './features/languageStatus';
import { activateLogs } from './features/logs';
import { activateReport } from './features/report';
import { activateRestart } from './features/restart';
import { activateRules } from './features/rules';
import { activateSample } from './features/sample';
import { activateScan } from './features/scan';
import { activateServer, placeOfServer } from './features/server';
import { activateStartFailure } from './features/startFailure';
import { activateTasks } from './features/tasks';
import type { ServerSession } from './server/serverSession';

let session: ServerSession | undefined;

export function activate(context: ExtensionContext): void {
  const log = activateLogs(context);
  session = activateServer(context, log);
  activateLanguageStatus(context, session);
  activateStartFailure(context, session);
  activateRestart(context, session);
  activateScan(context, session);
  activateBaseline(context, session);
  activateReport(context, session);
  activateFindings(context, session);
  activateRules(context, session);
  activateInformation(context, session);
  activateSample(context);
  activateTasks(context, () => placeOfServer(context));
  session.start();
}

/** VS Code waits for this: the server has ended when the window has. */
export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
