// Programs that come from the system: used where they are, installed through apt-get where we may.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { capture } from '../../../scripts/lib/run.mjs';

const packageOf = { chromium: 'chromium', nvim: 'neovim', rg: 'ripgrep', 'g++': 'g++', make: 'make', python3: 'python3' };

/** Gives the full path of a program, after installing its package if need be and possible; undefined when there is no way. */
export async function ensureProgram(name) {
  const found = which(name);
  if (found) return found;
  if (process.getuid?.() !== 0 || !which('apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => capture('apt-get', ['install', '-y', '--no-install-recommends', packageOf[name]], { env });
  await install().catch(async () => {
    await capture('apt-get', ['update'], { env });
    await install();
  });
  return which(name);
}

function which(name) {
  return (process.env.PATH ?? '').split(path.delimiter).map(folder => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
