// npm run sample -- --seed NAME: draws 100 facts about the standard library and Debian's packages for a person to judge (docs/accuracy-sample.md).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dotnet, dotnetEnvironment } from './lib/dotnet.mjs';
import { artifacts, root } from './lib/paths.mjs';
import { ensurePythonPackages, findPythonLibrary } from './lib/python-packages.mjs';
import { capture, main, plainError } from './lib/run.mjs';

const project = 'tests/LeakLens.Workspace.Tests';

await main(async ([option, seed, ...rest]) => {
  if (option !== '--seed' || !/^\w+$/.test(seed ?? '') || rest.length > 0) throw plainError('npm run sample -- --seed NAME, where NAME is a word');
  const env = {
    ...dotnetEnvironment,
    LEAKLENS_SAMPLE_SEED: seed,
    LEAKLENS_PYTHON_LIBRARY: await findPythonLibrary() ?? '',
    LEAKLENS_PYTHON_PACKAGES: await ensurePythonPackages() ?? '',
  };
  await dotnet('build', project, '-c', 'Release', '-v', 'q', '--nologo');
  await capture('dotnet', ['test', project, '-c', 'Release', '--no-build', '--nologo', '--filter', 'FullyQualifiedName~FactSampleTests'], { cwd: root, env });
  const file = path.join(artifacts, 'real-code', `sample-${seed}.txt`);
  console.log(`${readFileSync(file, 'utf8').split('\n', 1)[0]}: ${path.relative(root, file)}`);
});
