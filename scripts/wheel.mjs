// npm run wheel [-- --target NAME]: leaves dist/leaklens-<version>-py3-none-<platform>.whl, for this machine unless told otherwise.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { main } from './lib/run.mjs';
import { thisTarget } from './lib/targets.mjs';
import { buildWheel } from './lib/wheel.mjs';

await main(async args => {
  const { values } = parseArgs({ args, options: { target: { type: 'string', default: thisTarget() } } });
  console.log(path.relative(root, await buildWheel(values.target)));
});
