// npm run proof: the long proofs, optimised build, one plain closing line.
import { runDotnetTests } from './lib/dotnet-tests.mjs';
import { ensurePythonPackages, findPythonLibrary } from './lib/python-packages.mjs';
import { main } from './lib/run.mjs';
import { close, part } from './lib/tally.mjs';

await main(async () => {
  const env = {
    LEAKLENS_PYTHON_LIBRARY: await findPythonLibrary() ?? '',
    LEAKLENS_PYTHON_PACKAGES: await ensurePythonPackages() ?? '',
  };
  return close('proof', await part('proofs', () =>
    runDotnetTests({ filter: 'Category=Proof', configuration: 'Release', hangTimeout: '15min', env })));
});
