// Programs that run beside a test, and end with it.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** A running program whose output is kept, so that a failure can show it. */
export class Companion {
  #output = '';
  #ended;

  constructor(file, args, options = {}) {
    // A group of its own: ending the group by its id ends what the program started too, and nothing else.
    this.child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
    this.#ended = new Promise(resolve => this.child.once('close', resolve));
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on('data', chunk => { this.#output += chunk; });
    this.child.once('error', error => { this.#output += error.stack; });
  }

  get output() {
    return this.#output;
  }

  /** Waits until the output matches, and gives the match. */
  async waitForOutput(pattern, timeout) {
    const match = await until(() => pattern.exec(this.#output) ?? (this.child.exitCode !== null ? 'ended' : undefined), timeout,
      () => `no ${pattern} in:\n${this.#output}`);
    if (match === 'ended') throw new Error(`ended with ${this.child.exitCode} before ${pattern}:\n${this.#output}`);
    return match;
  }

  /** Waits for the end and gives the exit code. */
  async waitForEnd(timeout) {
    await until(() => this.child.exitCode !== null || undefined, timeout, () => `still running:\n${this.#output}`);
    await this.#ended;
    return this.child.exitCode;
  }

  async end() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    signal(this.child.pid, 'SIGTERM');
    const hard = setTimeout(() => signal(this.child.pid, 'SIGKILL'), 5_000);
    await this.#ended;
    clearTimeout(hard);
  }
}

/** Asks again and again until there is an answer; no test waits for a time, only for a condition. */
export async function until(ask, timeout, describe) {
  const deadline = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null) return answer;
    if (Date.now() > deadline) throw new Error(`gave up after ${timeout / 1000} s: ${describe()}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** The ids of the language servers whose executable lies under a folder (Linux only, like the editors under test). */
export function serversUnder(folder) {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).filter(id => {
    const [program, command] = commandLine(id);
    return program.startsWith(folder) && command === 'lsp';
  });
}

function commandLine(id) {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
  } catch {
    return [''];
  }
}

function signal(group, name) {
  try {
    process.kill(-group, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
