// A real VS Code without a download of VS Code: code-server carries the editor and builds from npm packages alone.
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from '../../../scripts/lib/npm.mjs';
import { capture } from '../../../scripts/lib/run.mjs';
import { installOnce } from './cache.mjs';

/** The oldest Code that the extension's manifest admits, and the newest there is. */
export const editors = [
  { name: 'minimum', version: '4.100.3', code: '1.100.3', node: '20.20.2' },
  { name: 'newest', version: '4.139.1', code: '1.139.1', node: '24.21.0' },
];

/** Installs one editor and gives the command line that starts it. */
export async function installEditor(editor, ripgrep) {
  const node = await installNode(editor.node);
  const folder = await installOnce(`code-server-${editor.version}`, draft => build(draft, editor, node, ripgrep));
  return { ...editor, node, entry: path.join(folder, 'node_modules/code-server/out/node/entry.js') };
}

async function installNode(version) {
  const folder = await installOnce(`node-${version}`, async draft => {
    startPackage(draft);
    await npm(['install', `node-${process.platform}-${process.arch}@${version}`], { cwd: draft });
  });
  return path.join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
}

async function build(folder, editor, node, ripgrep) {
  // Build scripts call plain `node`: it has to be the one that will run the editor.
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  const inFolder = (cwd, ...args) => npm([...args, '--no-audit', '--no-fund'], { cwd, env, node });
  const top = path.join(folder, 'node_modules/code-server');
  const vscode = path.join(top, 'lib/vscode');

  startPackage(folder);
  await inFolder(folder, 'install', '--ignore-scripts', `code-server@${editor.version}`);
  await inFolder(vscode, 'install', '--ignore-scripts', '--omit=dev');
  await inFolder(path.join(vscode, 'extensions'), 'install', '--ignore-scripts', '--omit=dev');
  await rebuild(inFolder, vscode, 'node-pty', 'build/Release/pty.node');
  await rebuild(inFolder, vscode, '@vscode/spdlog', 'build/Release/spdlog.node');
  await rebuild(inFolder, folder, 'argon2');
  linkAsar(vscode);
  linkRipgrep(vscode, ripgrep);
  await capture(node, [path.join(top, 'out/node/entry.js'), '--version']);
}

// A package's own post-install may complain after its library is built; what counts is that the library is there.
async function rebuild(inFolder, folder, name, library) {
  try {
    await inFolder(folder, 'rebuild', name);
  } catch (error) {
    if (!library || !existsSync(path.join(folder, 'node_modules', name, library))) throw error;
  }
}

// Code looks for its packages inside an archive that only the official build makes.
function linkAsar(vscode) {
  const link = path.join(vscode, 'node_modules.asar');
  if (!existsSync(link)) symlinkSync('node_modules', link);
}

// The older editor's ripgrep package would download its program; the system's does as well.
function linkRipgrep(vscode, ripgrep) {
  const packageFolder = path.join(vscode, 'node_modules/@vscode/ripgrep');
  if (!existsSync(packageFolder) || existsSync(path.join(packageFolder, 'bin/rg'))) return;
  mkdirSync(path.join(packageFolder, 'bin'), { recursive: true });
  symlinkSync(ripgrep, path.join(packageFolder, 'bin/rg'));
}

// An empty package of our own keeps npm from walking up to somebody else's.
function startPackage(folder) {
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
}
