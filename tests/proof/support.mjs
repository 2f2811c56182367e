// What the proofs of the command line share: the executable, folders that go away, programs that run to their end.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const executable = process.env.LEAKLENS_EXECUTABLE ?? path.join(root, 'dist', 'leaklens');

/** Code that is found by LL101, and by nothing else. */
export const growing = 'kept = []\nfor i in range(12_000):\n    kept.append([i, "shipped"])\n';

/** A folder that is gone after the test, and what is written into it. */
export function folderFor(test) {
  const folder = mkdtempSync(path.join(tmpdir(), 'leaklens-proof-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    cache: path.join(folder, '.cache-of-leaklens'),
    write(name, text) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    },
  };
}

/** Starts a program; `ended` gives what it said, and its exit code or signal. */
export function start(file, words, { cwd, env = {} } = {}) {
  const child = spawn(file, words, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  const error = [];
  child.stdout.on('data', chunk => output.push(chunk));
  child.stderr.on('data', chunk => error.push(chunk));
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, output: Buffer.concat(output).toString('utf8'), error: Buffer.concat(error).toString('utf8') }));
  });
  return { child, ended };
}

export const run = (file, words, options) => start(file, words, options).ended;

/** Runs LeakLens in a folder of its own with a cache of its own. */
export const leaklens = (place, ...words) => run(executable, words, { cwd: place.folder, env: { LEAKLENS_CACHE_DIR: place.cache } });

/** Always the same numbers from 0 to 1: a failure can be looked at again. */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
