// npm run accuracy [-- --check | --accept-worse]: measures the engine against tests/programs and writes docs/accuracy.md, unless a figure became worse.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dotnet, dotnetEnvironment } from './lib/dotnet.mjs';
import { root } from './lib/paths.mjs';
import { capture, main, plainError } from './lib/run.mjs';

const project = 'tests/LeakLens.Workspace.Tests';
const document = path.join(root, 'docs', 'accuracy.md');

await main(async args => {
  const unknown = args.find(arg => !['--check', '--accept-worse'].includes(arg));
  if (unknown) throw plainError(`no option ${unknown}; there are --check and --accept-worse`);
  await dotnet('build', project, '-c', 'Release', '-v', 'q', '--nologo');
  const before = totals();
  const env = {
    ...dotnetEnvironment,
    LEAKLENS_UPDATE_ACCURACY: args.includes('--check') ? '0' : '1',
    LEAKLENS_ACCEPT_WORSE: args.includes('--accept-worse') ? '1' : '0',
  };
  await capture('dotnet', ['test', project, '-c', 'Release', '--no-build', '--nologo', '--filter', 'FullyQualifiedName~AccuracyTests'], { cwd: root, env });
  console.log(`was\n${before}\nis\n${totals()}`);
});

function totals() {
  return readFileSync(document, 'utf8').split('\n').filter(line => /^\| (Kind|\*\*)/.test(line)).join('\n');
}
