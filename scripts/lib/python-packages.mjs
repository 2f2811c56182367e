// A few dozen of Debian's Python packages, unpacked and never installed, as code that others wrote: fetched once a machine.
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { installOnce } from '../../tests/e2e/setup/cache.mjs';
import { capture, plainError } from './run.mjs';

/** The end of the folder's name changes with this list. */
const edition = 1;

/** By name: those that the rules were repaired on first, and the sets on which they were tried at first sight (docs/findings-sample.md). */
const sets = JSON.parse(readFileSync(new URL('package-sets.json', import.meta.url), 'utf8'));

/** Gives the folder of the standard library of this machine's python3; undefined, after saying why, where there is none. */
export async function findPythonLibrary() {
  try {
    return (await capture('python3', ['-Ic', 'import os; print(os.path.dirname(os.__file__))'])).trim();
  } catch (error) {
    console.error(`\n*** MISSING for the proof over the standard library: ${error.message}\n`);
    return undefined;
  }
}

/** Gives the folder with one folder for each package of a set; undefined, after saying why, where Debian's tools or archive are not to be had. */
export async function ensurePythonPackages(set = 'known') {
  const packages = sets[set];
  if (!packages) throw plainError(`there is no set ${set}: ${Object.keys(sets).join(', ')}`);
  try {
    return await installOnce(`python-packages-${set === 'known' ? '' : `${set}-`}${edition}`, folder => fill(folder, packages));
  } catch (error) {
    console.error(`\n*** MISSING for the proof over Debian's Python packages: ${error.message}\n${error.output ?? ''}`);
    return undefined;
  }
}

async function fill(folder, packages) {
  const archives = path.join(folder, '.archives');
  mkdirSync(archives);
  const download = () => capture('apt-get', ['download', '-q', ...packages], { cwd: archives });
  await download().catch(async () => {
    await capture('apt-get', ['update', '-q']);
    await download();
  });
  for (const name of packages) {
    const archive = readdirSync(archives).find(file => file.startsWith(`${name}_`));
    await capture('dpkg', ['-x', path.join(archives, archive), path.join(folder, name)]);
  }
  if (!existsSync(path.join(folder, packages[0]))) throw new Error('nothing was unpacked');
}
