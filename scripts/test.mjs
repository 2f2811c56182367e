// npm test [-- dotnet client e2e]: every test, or the parts named. Ends with `N passed, N failed`, and `, N skipped` where something could not be had.
import path from 'node:path';
import { prepare } from '../tests/e2e/setup/prepare.mjs';
import { ensureExecutable } from './lib/dotnet.mjs';
import { runDotnetTests } from './lib/dotnet-tests.mjs';
import { compileClient, ensureExtension } from './lib/extension.mjs';
import { ensurePackages } from './lib/npm.mjs';
import { runNodeTests } from './lib/node-tests.mjs';
import { endToEnd, isCi, root } from './lib/paths.mjs';
import { main, plainError } from './lib/run.mjs';
import { close, part } from './lib/tally.mjs';

const parts = {
  dotnet: async () => {
    await ensurePackages(path.join(root, 'tests', 'protocol'));
    return runDotnetTests({ filter: 'Category!=Proof', hangTimeout: '4min' });
  },
  scripts: () => runNodeTests('scripts', path.join(root, 'tests', 'scripts'), '.test.mjs'),
  client: async () => runNodeTests('client', await compileClient(), '.test.js'),
  e2e: runEndToEnd,
};

await main(async chosen => {
  const names = chosen.length > 0 ? chosen : Object.keys(parts);
  const unknown = names.find(name => !parts[name]);
  if (unknown) throw plainError(`no part ${unknown}; there are ${Object.keys(parts).join(', ')}`);
  const rows = [];
  for (const name of names) rows.push(...await part(name, parts[name]));
  return close('test', rows);
});

async function runEndToEnd() {
  const tools = await prepare();
  for (const [piece, reason] of Object.entries(tools.missing)) {
    console.error(`\n*** MISSING for the end-to-end tests, which are ${isCi ? 'failing' : 'skipped'} without it: ${piece}\n*** ${reason}\n`);
  }
  tools.executable = await ensureExecutable();
  tools.extension = await ensureExtension();
  return runNodeTests('end to end', endToEnd, '.test.mjs', { LEAKLENS_E2E: JSON.stringify(tools) });
}
