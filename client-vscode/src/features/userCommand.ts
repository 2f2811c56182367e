import { commands, window, type Disposable } from 'vscode';

/** A command whose failure the user is told: they are waiting for what it does. */
export function registerUserCommand(id: string, run: (...args: unknown[]) => Promise<void>): Disposable {
  return commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      await run(...args);
    } catch (error) {
      void window.showWarningMessage(`LeakLens: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}
