// The .NET side: one executable a target.
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './fingerprint.mjs';
import { artifacts, dist, root } from './paths.mjs';
import { capture, plainError } from './run.mjs';
import { executableName, runtimeOf, thisTarget } from './targets.mjs';

const sources = ['server', 'rules', 'Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig'];
const quiet = { DOTNET_NOLOGO: '1', DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1', DOTNET_CLI_UI_LANGUAGE: 'en' };

/** Environment for every call of `dotnet`: English, without banners, reporting nothing to anybody. */
export const dotnetEnvironment = { ...process.env, ...quiet };

export async function dotnet(...args) {
  try {
    return await capture('dotnet', args, { cwd: root, env: dotnetEnvironment });
  } catch (error) {
    if (/compatible \.NET SDK was not found|does not support targeting \.NET 10/i.test(error.output ?? '')) {
      throw plainError('LeakLens is built with the .NET SDK 10, which is not on this machine: https://dot.net');
    }
    throw error;
  }
}

/**
 * Builds the executable of a target where its sources changed, and gives its path: `dist/leaklens` for this machine.
 * It has folders of its own for what lies between, since a publish for one target and the ordinary build would undo each other's.
 */
export async function ensureExecutable(target = thisTarget(), { onBuild = () => {} } = {}) {
  const runtime = runtimeOf(target);
  const published = path.join(artifacts, 'publish', runtime);
  const executable = target === thisTarget() ? path.join(dist, executableName(target)) : path.join(published, executableName(target));
  await buildIfStale(executable, path.join(artifacts, 'stamps', `leaklens-${runtime}`), sources, async () => {
    onBuild();
    // The build of the solution has the analyzers look at the same sources.
    await dotnet('publish', 'server/LeakLens.Server', '-c', 'Release', '-r', runtime, '-v', 'q', '--nologo', '-p:RunAnalyzers=false',
      '--artifacts-path', path.join(artifacts, 'build'), '-o', published);
    place(path.join(published, executableName(target)), executable);
  });
  return executable;
}

function place(from, to) {
  mkdirSync(path.dirname(to), { recursive: true });
  if (from !== to) copyFileSync(from, to);
  if (process.platform !== 'win32') chmodSync(to, 0o755);
}
