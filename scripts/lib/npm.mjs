// npm, called as a program of its own. A folder's packages are installed when its lock file changed, and only then.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { capture } from './run.mjs';

/** How to start npm with a given Node: through its script where npm told us where that is, else by name. */
export function npmCommand(node = process.execPath) {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script)) return { file: node, prefix: [script], options: {} };
  return { file: 'npm', prefix: [], options: { shell: process.platform === 'win32' } };
}

export function npm(args, { node, ...options } = {}) {
  const command = npmCommand(node);
  return capture(command.file, [...command.prefix, ...args], { ...command.options, ...options });
}

/** Installs exactly what the folder's lock file says, unless that is what is there. */
export async function ensurePackages(folder) {
  const stamp = path.join(folder, 'node_modules', '.leaklens-lock-hash');
  const hash = createHash('sha256').update(readFileSync(path.join(folder, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await npm(['ci', '--no-audit', '--no-fund'], { cwd: folder });
  writeFileSync(stamp, hash);
}
