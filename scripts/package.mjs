// npm run package [-- --target NAME]: leaves dist/leaklens-<target>.vsix, for this machine unless told otherwise.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureExtension } from './lib/extension.mjs';
import { root } from './lib/paths.mjs';
import { main } from './lib/run.mjs';
import { thisTarget } from './lib/targets.mjs';

await main(async args => {
  const { values } = parseArgs({ args, options: { target: { type: 'string', default: thisTarget() } } });
  const extension = await ensureExtension(values.target, { onBuild: () => console.log(`packing for ${values.target} ...`) });
  console.log(path.relative(root, extension));
});
