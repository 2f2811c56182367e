// The package of `dotnet tool install`: runs on every system that has .NET 10.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dotnet } from './dotnet.mjs';
import { artifacts, dist, root } from './paths.mjs';

/** Builds `dist/LeakLens.<version>.nupkg` and gives its path. */
export async function buildTool() {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  await dotnet('pack', 'server/LeakLens.Server', '-c', 'Release', '-v', 'q', '--nologo', '--artifacts-path', path.join(artifacts, 'tool'), '-o', dist);
  return path.join(dist, `LeakLens.${version}.nupkg`);
}
