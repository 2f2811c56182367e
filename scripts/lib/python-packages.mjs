// A few dozen of Debian's Python packages, unpacked and never installed, as code that others wrote: fetched once a machine.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { installOnce } from '../../tests/e2e/setup/cache.mjs';
import { capture } from './run.mjs';

/** The end of the folder's name changes with this list. */
const edition = 1;

const packages = [
  'ansible-core', 'black', 'mercurial-common', 'python3-aiohttp', 'python3-apscheduler', 'python3-attr', 'python3-babel', 'python3-botocore',
  'python3-bs4', 'python3-celery', 'python3-click', 'python3-dask', 'python3-distributed', 'python3-django', 'python3-docutils',
  'python3-fastapi', 'python3-feedparser', 'python3-flask', 'python3-httpx', 'python3-hypothesis', 'python3-ipython', 'python3-jinja2',
  'python3-jsonschema', 'python3-kombu', 'python3-markdown', 'python3-matplotlib', 'python3-mypy', 'python3-networkx', 'python3-nltk',
  'python3-paramiko', 'python3-pip', 'python3-pygments', 'python3-pymongo', 'python3-pytest', 'python3-redis', 'python3-requests',
  'python3-rich', 'python3-scrapy', 'python3-setuptools', 'python3-simpy', 'python3-sqlalchemy', 'python3-starlette', 'python3-tornado',
  'python3-twisted', 'python3-urllib3', 'python3-uvicorn', 'python3-websockets', 'python3-werkzeug', 'yt-dlp',
];

/** Gives the folder of the standard library of this machine's python3; undefined, after saying why, where there is none. */
export async function findPythonLibrary() {
  try {
    return (await capture('python3', ['-Ic', 'import os; print(os.path.dirname(os.__file__))'])).trim();
  } catch (error) {
    console.error(`\n*** MISSING for the proof over the standard library: ${error.message}\n`);
    return undefined;
  }
}

/** Gives the folder with one folder for each package; undefined, after saying why, where Debian's tools or archive are not to be had. */
export async function ensurePythonPackages() {
  try {
    return await installOnce(`python-packages-${edition}`, fill);
  } catch (error) {
    console.error(`\n*** MISSING for the proof over Debian's Python packages: ${error.message}\n${error.output ?? ''}`);
    return undefined;
  }
}

async function fill(folder) {
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
