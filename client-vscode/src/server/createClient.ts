import type { LogOutputChannel } from 'vscode';
import { CloseAction, ErrorAction, RevealOutputChannelOn, type ErrorHandler, type Middleware } from 'vscode-languageclient/node';
import { serverDocuments } from '../documents';
import { QuietClient } from './quietClient';
import { RestartPolicy } from './restartPolicy';

/** What the session wants to hear of a client that it did not ask for. */
export interface ClientEvents {
  /** True while the client has not yet had its first answer: a server that dies then would only die again. */
  isStarting(): boolean;
  gaveUp(reason: string): void;
  workBegan(): void;
  workEnded(): void;
}

/** A client for the executable at `command`, started as `leaklens lsp`. */
export function createClient(command: string, log: LogOutputChannel, events: ClientEvents): QuietClient {
  return new QuietClient('leaklens', 'LeakLens', { command, args: ['lsp'] }, {
    documentSelector: serverDocuments,
    initializationOptions: { commands: true },
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    errorHandler: errorHandler(events),
    middleware: watchWork(events),
  });
}

function errorHandler(events: ClientEvents): ErrorHandler {
  const policy = new RestartPolicy();
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      if (events.isStarting()) return { action: CloseAction.DoNotRestart, handled: true };
      if (policy.shouldRestart()) return { action: CloseAction.Restart, handled: true };
      events.gaveUp('it ended five times within three minutes.');
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

function watchWork(events: ClientEvents): Middleware {
  return {
    handleWorkDoneProgress: (token, params, next) => {
      if (params.kind === 'begin') events.workBegan();
      if (params.kind === 'end') events.workEnded();
      next(token, params);
    },
  };
}
