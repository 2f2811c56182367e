// A worker of bench.mjs: tree-sitter or ruff, compiled to WebAssembly. Ruff's package has no call that only parses: `comments` parses
// and lists the comments, `check` without rules parses and looks for suppressions; the faster one of the two stands for it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import readline from 'node:readline';

const [what, list] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const sources = fs.readFileSync(list, 'utf8').trim().split('\n').map((file) => fs.readFileSync(file, 'utf8'));

async function treeSitter() {
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-python/tree-sitter-python.wasm')));
  return { version: `ABI ${(await import('web-tree-sitter')).LANGUAGE_VERSION}`, parsers: [(source) => parser.parse(source).delete()] };
}

function ruff() {
  const { PositionEncoding, Workspace } = require('@astral-sh/ruff-wasm-nodejs');
  const workspace = new Workspace({ 'target-version': 'py314', lint: { select: [] } }, PositionEncoding.Utf16);
  return { version: Workspace.version(), parsers: [(source) => workspace.comments(source), (source) => workspace.check(source)] };
}

function measure(parse) {
  const start = performance.now();
  for (const source of sources) {
    try {
      parse(source);
    } catch {
      // A file that it rejects.
    }
  }

  return (performance.now() - start) / 1000;
}

const { version, parsers } = await (what === 'ruff' ? ruff() : treeSitter());
console.log(version);
for await (const _ of readline.createInterface({ input: process.stdin })) {
  console.log(Math.min(...parsers.map(measure)));
}
