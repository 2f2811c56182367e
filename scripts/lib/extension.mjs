// The VS Code extension: compiled, bundled, and packed for one target with that target's server inside.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureExecutable } from './dotnet.mjs';
import { buildIfStale } from './fingerprint.mjs';
import { ensurePackages } from './npm.mjs';
import { artifacts, client, dist, root } from './paths.mjs';
import { capture, plainError } from './run.mjs';
import { executableName, thisTarget } from './targets.mjs';

const sources = ['client-vscode', 'CHANGELOG.md', 'LICENSE', 'scripts/lib/extension.mjs', 'server', 'rules',
  'Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig'];
const tool = name => path.join(client, 'node_modules', name);

/** Checks the types of the client and its tests, and leaves both as JavaScript in client-vscode/dist/ts. */
export async function compileClient() {
  await ensurePackages(client);
  await capture(process.execPath, [tool('typescript/bin/tsc'), '-p', 'tsconfig.json'], { cwd: client });
  return path.join(client, 'dist', 'ts', 'tests');
}

/** Packs `dist/leaklens-<target>.vsix` where something that is in it changed, and gives its path. */
export async function ensureExtension(target = thisTarget(), { onBuild = () => {} } = {}) {
  if (process.platform === 'win32' && !target.startsWith('win32')) {
    throw plainError(`${target} cannot be packed on Windows: the server would lose its permission to run`);
  }
  const extension = path.join(dist, `leaklens-${target}.vsix`);
  await buildIfStale(extension, path.join(artifacts, 'stamps', `vsix-${target}`), sources, async () => {
    onBuild();
    const executable = await ensureExecutable(target);
    await compileClient();
    await pack(stage(target, executable, await bundle()), target, extension);
  });
  return extension;
}

async function bundle() {
  await capture(process.execPath, ['bundle.mjs'], { cwd: client });
  return path.join(client, 'dist', 'extension.js');
}

// What ships is exactly what is put together here; the folder of the sources stays clean.
function stage(target, executable, bundled) {
  const folder = path.join(artifacts, 'vsix', target);
  rmSync(folder, { recursive: true, force: true });
  const put = (from, to) => {
    mkdirSync(path.dirname(path.join(folder, to)), { recursive: true });
    copyFileSync(from, path.join(folder, to));
  };
  put(bundled, 'dist/extension.js');
  put(executable, `bin/${executableName(target)}`);
  put(path.join(client, 'README.md'), 'README.md');
  put(path.join(client, 'images', 'icon.png'), 'images/icon.png');
  for (const name of readdirSync(path.join(client, 'walkthrough'))) put(path.join(client, 'walkthrough', name), `walkthrough/${name}`);
  put(path.join(root, 'CHANGELOG.md'), 'CHANGELOG.md');
  put(path.join(root, 'LICENSE'), 'LICENSE');
  if (process.platform !== 'win32') chmodSync(path.join(folder, 'bin', executableName(target)), 0o755);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(shippedManifest(), null, 2));
  return folder;
}

function shippedManifest() {
  const { scripts, devDependencies, ...manifest } = JSON.parse(readFileSync(path.join(client, 'package.json'), 'utf8'));
  return manifest;
}

async function pack(folder, target, extension) {
  mkdirSync(dist, { recursive: true });
  await capture(process.execPath, [tool('@vscode/vsce/vsce'), 'package', '--target', target, '--no-dependencies',
    '--allow-missing-repository', '--out', extension], { cwd: folder });
}
