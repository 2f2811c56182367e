// Runs test files with Node's own test runner and reads the figures from our counting reporter.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, testResults } from './paths.mjs';
import { run } from './run.mjs';

const reporter = pathToFileURL(path.join(root, 'scripts', 'lib', 'count-reporter.mjs')).href;

/** Runs all files of `folder` whose names end in `suffix`, one after the other, and gives one row. */
export async function runNodeTests(name, folder, suffix, env = {}) {
  const files = readdirSync(folder, { recursive: true }).map(String).filter(file => file.endsWith(suffix) && !file.includes('node_modules')).sort();
  if (files.length === 0) throw new Error(`no ${suffix} in ${path.relative(root, folder)}`);
  const counted = path.join(testResults, `${name.replaceAll(' ', '-')}.json`);
  mkdirSync(testResults, { recursive: true });
  rmSync(counted, { force: true });
  const code = await run(process.execPath, ['--test', '--test-concurrency=1',
    '--test-reporter=spec', '--test-reporter-destination=stdout',
    `--test-reporter=${reporter}`, `--test-reporter-destination=${counted}`,
    ...files.map(file => path.join(folder, file))], { cwd: root, env: { ...process.env, ...env } });
  const row = { name, passed: 0, failed: 0, skipped: 0, ...(existsSync(counted) ? JSON.parse(readFileSync(counted, 'utf8')) : {}) };
  if (code !== 0 && row.failed === 0) row.failed = 1;
  return [row];
}
