// Measures the language server as an editor feels it.
// Usage: node bench.mjs [--starts N] [--edits N] [--pause MS] [--lines 50,5000] [--file A.py,B.py] [--at end|middle] [--alone] -- SERVER ARGS...
// With --at middle a function in the middle of the text gets statements of its own; with --alone a file is opened as if nothing lay beside it.
import { existsSync, readFileSync } from 'node:fs';
import { cpus, release } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LspClient, initializeParams } from './lsp-client.mjs';
import { fiftyLines, fileOf } from './sample.mjs';

const separator = process.argv.indexOf('--');
const options = process.argv.slice(2, separator < 0 ? undefined : separator);
const server = separator < 0 ? [new URL('../../../dist/leaklens', import.meta.url).pathname, 'lsp'] : process.argv.slice(separator + 1);
const option = (name, fallback) => (options.includes(name) ? options[options.indexOf(name) + 1] : fallback);
const starts = Number(option('--starts', '20'));
const edits = Number(option('--edits', '300'));
const pause = Number(option('--pause', '0'));
const lengths = option('--lines', '50,1000,5000,10000').split(',').map(Number);
const files = option('--file', undefined)?.split(',');
const place = option('--at', files ? 'middle' : 'end');
const isAlone = options.includes('--alone');
const requests = 100;
const startText = fiftyLines;
const sampleUri = 'file:///bench/sample.py';

const percentile = (values, p) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))];
const ms = value => `${value.toFixed(1)} ms`;
const spread = values => `median ${ms(percentile(values, 0.5))}, p95 ${ms(percentile(values, 0.95))}, worst ${ms(Math.max(...values))}`;

async function start(source, uri = sampleUri, root = undefined) {
  const client = new LspClient(server);
  const folder = root && pathToFileURL(root).href;
  await client.request('initialize', folder ? { ...initializeParams, rootUri: folder, workspaceFolders: [{ uri: folder, name: 'bench' }] } : initializeParams);
  const initialized = performance.now() - client.spawnedAt;
  const initializedCpu = client.processorTime();
  client.notify('initialized', {});
  const diagnostics = client.next('textDocument/publishDiagnostics');
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text: source } });
  const first = await diagnostics;
  const diagnosed = performance.now() - client.spawnedAt;
  return { client, initialized, initializedCpu, diagnosed, diagnosedCpu: client.processorTime(), found: first.diagnostics.length };
}

/** The folder above a file's outermost package: opened as a workspace, it shows the server what the file imports. */
function rootOf(file) {
  let folder = path.dirname(path.resolve(file));
  while (existsSync(path.join(folder, '__init__.py'))) folder = path.dirname(folder);
  return folder;
}

async function stop(client) {
  await client.request('shutdown');
  client.notify('exit');
  return await client.exited;
}

async function measureStarts() {
  const runs = [];
  for (let i = 0; i < starts; i++) {
    const { client, ...times } = await start(startText);
    runs.push({ ...times, ...client.residentMemory() });
    if ((await stop(client)) !== 0) throw new Error('The server did not exit with 0.');
  }
  return runs;
}

/** Where the typing begins, and what is typed there again and again. */
function placeIn(source) {
  const lines = source.split('\n');
  if (place === 'end') return { line: lines.length - 1, column: 0, typed: [...'def f(a):\n    x = [a]\n    return x\n\n'] };
  const middle = Math.floor(lines.length / 2);
  const isBody = index => /^\s*(async )?def .*:\s*$/.test(lines[index]) && /^\s+\S/.test(lines[index + 1] ?? '') && !/^\s*(["']|[rRuU]["'])/.test(lines[index + 1]);
  const line = lines.findIndex((_, index) => index >= middle && isBody(index)) + 1;
  if (line === 0) throw new Error('There is no function behind the middle of the text that begins with a plain statement.');
  const indent = /^\s*/.exec(lines[line])[0];

  // A new line comes with its indentation, as editors write it.
  return { line: line - 1, column: lines[line - 1].length, typed: [`\n${indent}`, ...'kept = [len(str(1))]', `\n${indent}`, ...'for one in kept:', `\n${indent}    `, ...'kept.append(one)'] };
}

/**
 * Types one character after the other, waiting for the diagnostics of each version and then for the pause between two keystrokes. What the server says of each
 * analysis tells how much of the time was its own, and how much was everything else: pipes, JSON, texts, waiting.
 */
async function measureEdits(source, uri, root) {
  const { client, found } = await start(source, uri, root);
  client.notify('$/setTrace', { value: 'messages' });
  const times = [];
  const others = [];
  let { line, column, typed } = placeIn(source);
  for (let version = 2; version < edits + 2; version++) {
    const character = typed[(version - 2) % typed.length];
    const at = performance.now();
    const diagnosed = client.next('textDocument/publishDiagnostics', params => params.version === version);
    const analysed = client.next('$/logTrace', params => params.message.includes(` version ${version} in `));
    const position = { line, character: column };
    client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: character }],
    });
    await diagnosed;
    times.push(performance.now() - at);
    others.push(times.at(-1) - Number(/ in ([\d.]+) ms/.exec((await analysed).message)[1]));
    if (character.startsWith('\n')) { line++; column = character.length - 1; } else { column++; }
    if (pause > 0) await new Promise(resolve => setTimeout(resolve, pause));
  }
  const memory = client.residentMemory();
  const asked = await measureRequests(client, source, uri);
  await stop(client);
  return { times, others, memory, asked, found };
}

/** How long a hover, and the actions that the editor asks for by itself, take at places all over a text that has been analysed. */
async function measureRequests(client, source, uri) {
  const textDocument = { uri };
  const lines = source.split('\n').length;
  const hover = [];
  const actions = [];
  for (let i = 0; i < requests; i++) {
    const position = { line: Math.floor((i * lines) / requests), character: 4 };
    hover.push(await timed(() => client.request('textDocument/hover', { textDocument, position })));
    actions.push(await timed(() => client.request('textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [], triggerKind: 2 } })));
  }
  return { hover, actions };
}

async function timed(work) {
  const at = performance.now();
  await work();
  return performance.now() - at;
}

const sources = files
  ? files.map(file => ({ source: readFileSync(file, 'utf8'), uri: isAlone ? sampleUri : pathToFileURL(path.resolve(file)).href, root: isAlone ? undefined : rootOf(file), name: path.basename(file) }))
  : lengths.map(lines => ({ source: fileOf(lines), uri: sampleUri, name: 'generated' }));
console.log(`machine: ${cpus()[0].model}, ${cpus().length} cores, Linux ${release()}, ${new Date().toISOString().slice(0, 10)}`);
if (starts > 0) {
  const runs = await measureStarts();
  console.log(`spawn -> initialize answered (${starts} starts): ${spread(runs.map(r => r.initialized))}`);
  console.log(`spawn -> first diagnostics, ${startText.split('\n').length - 1} lines, ${runs[0].found} diagnostics: ${spread(runs.map(r => r.diagnosed))}`);
  console.log(`processor time by then: initialize ${spread(runs.map(r => r.initializedCpu))}; diagnostics ${spread(runs.map(r => r.diagnosedCpu))}`);
  console.log(`resident memory then: median ${percentile(runs.map(r => r.now), 0.5).toFixed(1)} MiB, worst ${Math.max(...runs.map(r => r.now)).toFixed(1)} MiB; threads ${runs[0].threads}`);
}
for (const { source, uri, root, name } of sources) {
  const { times, others, memory, asked, found } = await measureEdits(source, uri, root);
  const title = `${name}, ${source.split('\n').length.toLocaleString('en')} lines, ${found} diagnostics`;
  console.log(`change -> diagnostics, ${title} (${times.length} edits, ${place}): median ${ms(percentile(times, 0.5))}, p95 ${ms(percentile(times, 0.95))}, p99 ${ms(percentile(times, 0.99))}, worst ${ms(Math.max(...times))}; resident ${memory.now.toFixed(1)} MiB, peak ${memory.peak.toFixed(1)} MiB`);
  console.log(`  of that outside of the analysis: ${spread(others)}`);
  console.log(`  hover (${requests} places): ${spread(asked.hover)}; code actions by themselves: ${spread(asked.actions)}`);
}
