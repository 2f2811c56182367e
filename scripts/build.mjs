// npm run build: leaves the executable for this machine in dist/.
import path from 'node:path';
import { ensureExecutable } from './lib/dotnet.mjs';
import { root } from './lib/paths.mjs';
import { main } from './lib/run.mjs';

await main(async () => {
  const executable = await ensureExecutable(undefined, { onBuild: () => console.log('building ...') });
  console.log(path.relative(root, executable));
});
