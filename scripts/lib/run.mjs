// Starting programs: one that shows its output, one that keeps it to itself unless it fails.
import { spawn } from 'node:child_process';
import path from 'node:path';

export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.code = code;
    this.output = output;
  }
}

/** Runs a program with this terminal's streams and gives its exit code (128 when a signal ended it). */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', windowsHide: true, ...options });
    child.on('error', error => reject(explain(file, error)));
    child.on('close', code => resolve(code ?? 128));
  });
}

/** Runs a program without showing anything and gives its output; a failure carries all of it. */
export function capture(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...options });
    const chunks = [];
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.stderr.on('data', chunk => chunks.push(chunk));
    child.on('error', error => reject(explain(file, error)));
    child.on('close', code => {
      const output = Buffer.concat(chunks).toString('utf8');
      if (code === 0) resolve(output);
      else reject(new CommandFailed(`${path.basename(file)} ${args.join(' ')}`, code ?? 128, output));
    });
  });
}

/** Runs a script's main function: what it returns is the exit code, what it throws is told in plain words. */
export async function main(body) {
  try {
    process.exitCode = (await body(process.argv.slice(2))) ?? 0;
  } catch (error) {
    if (error.output) process.stderr.write(`${error.output}\n`);
    process.stderr.write(`${error instanceof CommandFailed || error.plain ? error.message : error.stack}\n`);
    process.exitCode = 2;
  }
}

/** An error whose message is meant for the reader and needs no stack. */
export function plainError(message) {
  return Object.assign(new Error(message), { plain: true });
}

function explain(file, error) {
  if (error.code !== 'ENOENT') return error;
  const hint = path.basename(file) === 'dotnet' ? ': install the .NET SDK 10 (https://dot.net)' : '';
  return plainError(`${file} was not found${hint}`);
}
