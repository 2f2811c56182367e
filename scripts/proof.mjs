// npm run proof: the long proofs, optimised build, one plain closing line.
import path from 'node:path';
import { ensureExecutable } from './lib/dotnet.mjs';
import { runDotnetTests } from './lib/dotnet-tests.mjs';
import { ensurePackages } from './lib/npm.mjs';
import { runNodeTests } from './lib/node-tests.mjs';
import { root } from './lib/paths.mjs';
import { ensurePythonPackages, findPythonLibrary } from './lib/python-packages.mjs';
import { main } from './lib/run.mjs';
import { close, part } from './lib/tally.mjs';

await main(async () => {
  const env = {
    LEAKLENS_PYTHON_LIBRARY: await findPythonLibrary() ?? '',
    LEAKLENS_PYTHON_PACKAGES: await ensurePythonPackages() ?? '',
  };
  return close('proof', [
    ...await part('proofs', () => runDotnetTests({ filter: 'Category=Proof', hangTimeout: '15min', env })),
    ...await part('command line', proveCommandLine),
  ]);
});

/** What only the published executable can show: formats, kills, crowds, packages. */
async function proveCommandLine() {
  const folder = path.join(root, 'tests', 'proof');
  await ensurePackages(folder);
  return runNodeTests('command line', folder, '.test.mjs', { LEAKLENS_EXECUTABLE: await ensureExecutable() });
}
