// The machines we build for: the name VS Code gives one, and the name .NET gives it.
import { existsSync } from 'node:fs';
import { plainError } from './run.mjs';

const runtimes = {
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'alpine-x64': 'linux-musl-x64',
  'alpine-arm64': 'linux-musl-arm64',
  'darwin-x64': 'osx-x64',
  'darwin-arm64': 'osx-arm64',
};

/** The target that this machine is. */
export function thisTarget() {
  const system = process.platform === 'linux' && existsSync('/etc/alpine-release') ? 'alpine' : process.platform;
  return `${system}-${process.arch}`;
}

/** .NET's runtime identifier of a target. */
export function runtimeOf(target) {
  const runtime = runtimes[target];
  if (!runtime) throw plainError(`unknown target ${target}; there are ${Object.keys(runtimes).join(', ')}`);
  return runtime;
}

export function executableName(target) {
  return target.startsWith('win32') ? 'leaklens.exe' : 'leaklens';
}
