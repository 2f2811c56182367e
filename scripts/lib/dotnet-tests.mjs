// Runs the .NET test projects one after the other and reads what they counted from their result files.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { dotnet, dotnetEnvironment } from './dotnet.mjs';
import { root, testResults } from './paths.mjs';
import { capture } from './run.mjs';

// As it is delivered, and twice as fast as a build for debugging.
const configuration = 'Release';

/** Builds the solution, then runs every test project that holds a test for `filter`; one row of figures each. */
export async function runDotnetTests({ filter, hangTimeout, env = {} }) {
  await dotnet('build', 'LeakLens.sln', '-c', configuration, '-v', 'q', '--nologo');
  const rows = [];
  for (const project of testProjects()) rows.push(await runProject(project, { filter, hangTimeout, env }));
  return rows;
}

function testProjects() {
  return readdirSync(path.join(root, 'tests')).filter(name => existsSync(path.join(root, 'tests', name, `${name}.csproj`)) && name.endsWith('.Tests')).sort();
}

async function runProject(name, { filter, hangTimeout, env }) {
  const results = path.join(testResults, 'dotnet');
  const file = path.join(results, `${name}.trx`);
  mkdirSync(results, { recursive: true });
  rmSync(file, { force: true });
  let complaint;
  try {
    await capture('dotnet', ['test', `tests/${name}`, '--no-build', '-c', configuration, '--nologo', '--filter', filter,
      '--logger', `trx;LogFileName=${name}.trx`, '--results-directory', results,
      '--blame-hang', '--blame-hang-timeout', hangTimeout, '--blame-hang-dump-type', 'none'], { cwd: root, env: { ...dotnetEnvironment, ...env } });
  } catch (error) {
    complaint = error.output ?? error.message;
    console.error(complaint);
  }
  const row = { name, ...(existsSync(file) ? readCounters(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 }) };
  // A host that died says so by its exit code alone: its file is missing, or counts only what came before.
  if (complaint !== undefined && row.failed === 0) row.failed = 1;
  return row;
}

/** What did not pass has failed, whatever the result file calls it; what was not executed was skipped. */
export function readCounters(trx) {
  const counters = /<Counters\s([^>]*)>/.exec(trx)?.[1] ?? '';
  const value = name => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
  return { passed: value('passed'), failed: value('executed') - value('passed'), skipped: value('total') - value('executed') };
}
