// What the end-to-end tests need is installed once per machine, outside the checkout, in a folder named by its version.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const attempts = 3;

export function cacheFolder() {
  const base = process.env.LEAKLENS_TEST_CACHE ?? path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'leaklens-tests');
  mkdirSync(base, { recursive: true });
  return base;
}

/**
 * Gives the folder `name` of the cache and fills it first where it is missing. It is filled under another name and renamed
 * when complete, so that an interrupted or a parallel installation never leaves half a folder. Only this is ever retried.
 */
export async function installOnce(name, fill) {
  const target = path.join(cacheFolder(), name);
  for (let attempt = 1; !existsSync(target); attempt++) {
    const draft = mkdtempSync(`${target}.draft-`);
    try {
      await fill(draft);
      if (!existsSync(target)) renameSync(draft, target);
    } catch (error) {
      if (attempt >= attempts) throw error;
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return target;
}
