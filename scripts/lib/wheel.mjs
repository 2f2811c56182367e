// A wheel that carries the executable: pip puts it where it puts programs, and no Python runs when it is started.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureExecutable } from './dotnet.mjs';
import { dist, root } from './paths.mjs';
import { plainError } from './run.mjs';
import { executableName, thisTarget } from './targets.mjs';
import { zip } from './zip.mjs';

// What pip compares with the machine. The oldest glibc and macOS are those that .NET 10 runs on.
const platforms = {
  'win32-x64': 'win_amd64',
  'win32-arm64': 'win_arm64',
  'linux-x64': 'manylinux_2_27_x86_64',
  'linux-arm64': 'manylinux_2_27_aarch64',
  'alpine-x64': 'musllinux_1_2_x86_64',
  'alpine-arm64': 'musllinux_1_2_aarch64',
  'darwin-x64': 'macosx_14_0_x86_64',
  'darwin-arm64': 'macosx_14_0_arm64',
};

/** Builds `dist/leaklens-<version>-py3-none-<platform>.whl` and gives its path. */
export async function buildWheel(target = thisTarget()) {
  const platform = platforms[target];
  if (!platform) throw plainError(`unknown target ${target}; there are ${Object.keys(platforms).join(', ')}`);
  const executable = await ensureExecutable(target);
  const { version, description } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const tag = `py3-none-${platform}`;
  const file = path.join(dist, `leaklens-${version}-${tag}.whl`);
  mkdirSync(dist, { recursive: true });
  writeFileSync(file, zip(withRecord(`leaklens-${version}.dist-info`, [
    { name: `leaklens-${version}.data/scripts/${executableName(target)}`, data: readFileSync(executable), mode: 0o755 },
    { name: `leaklens-${version}.dist-info/METADATA`, data: metadata(version, description) },
    { name: `leaklens-${version}.dist-info/WHEEL`, data: Buffer.from(`Wheel-Version: 1.0\nGenerator: leaklens\nRoot-Is-Purelib: false\nTag: ${tag}\n`) },
    { name: `leaklens-${version}.dist-info/licenses/LICENSE`, data: readFileSync(path.join(root, 'LICENSE')) },
  ])));
  return file;
}

function metadata(version, description) {
  return Buffer.from(`Metadata-Version: 2.1\nName: leaklens\nVersion: ${version}\nSummary: ${description}\nLicense: MIT\nRequires-Python: >=3.8\n`
    + `Classifier: License :: OSI Approved :: MIT License\nClassifier: Topic :: Software Development :: Quality Assurance\n`
    + `Description-Content-Type: text/markdown\n\n${readFileSync(path.join(root, 'README.md'), 'utf8')}`);
}

/** The list of all files with their hashes, itself without one, as the format asks. */
function withRecord(folder, entries) {
  const lines = entries.map(({ name, data }) => `${name},sha256=${createHash('sha256').update(data).digest('base64url')},${data.length}`);
  const name = `${folder}/RECORD`;
  return [...entries, { name, data: Buffer.from([...lines, `${name},,`, ''].join('\n')) }];
}
