// Whether something has to be built again: a hash over the names, sizes and times of everything it is made from.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const madeFolders = new Set(['bin', 'obj', 'node_modules', 'dist']);

/** The hash of the given files and folders (relative to the checkout), what builds leave in them excepted. */
export function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of sources) add(hash, path.join(root, source));
  return hash.digest('hex');
}

/** Runs `build` unless `output` is there and was made from exactly these sources; gives whether it ran. */
export async function buildIfStale(output, stamp, sources, build) {
  const now = fingerprint(sources);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  await build();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

function add(hash, file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    hash.update(`${path.relative(root, file)}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(file).sort()) {
    if (!madeFolders.has(name)) add(hash, path.join(file, name));
  }
}
