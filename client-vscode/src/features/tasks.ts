import { ProcessExecution, Task, TaskScope, tasks, type ExtensionContext } from 'vscode';
import type { ServerPlace } from '../server/findServer';

const type = 'leaklens';
const matcher = '$leaklens';

/** The scan as a task: its output in a terminal, its findings through the problem matcher. */
export function activateTasks(context: ExtensionContext, find: () => ServerPlace): void {
  context.subscriptions.push(tasks.registerTaskProvider(type, {
    provideTasks: () => {
      const place = find();
      return 'path' in place ? [create({ type, paths: ['.'] }, place.path)] : [];
    },
    resolveTask: task => {
      const place = find();
      return 'path' in place ? create(task.definition, place.path) : undefined;
    },
  }));
}

function create(definition: { type: string; paths?: string[] }, executable: string): Task {
  const execution = new ProcessExecution(executable, ['scan', '--color', 'never', ...definition.paths ?? ['.']]);
  return new Task(definition, TaskScope.Workspace, 'scan', 'LeakLens', execution, matcher);
}
