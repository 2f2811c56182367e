// Measures a scan of the workspace as an editor feels it: the first finding, the whole, stopping it, and what the server holds afterwards.
// Usage: node scan.mjs [--files N] [--lines N] [--open N] [--rounds N] -- SERVER ARGS...   (lines of each file)
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LspClient, initializeParams } from './lsp-client.mjs';
import { fileOf, libraryOf } from './sample.mjs';

const separator = process.argv.indexOf('--');
const options = process.argv.slice(2, separator < 0 ? undefined : separator);
const server = separator < 0 ? [new URL('../../../dist/leaklens', import.meta.url).pathname, 'lsp'] : process.argv.slice(separator + 1);
const option = (name, fallback) => Number(options.includes(name) ? options[options.indexOf(name) + 1] : fallback);
const files = option('--files', 2_000);
const lines = option('--lines', 50);
const open = option('--open', 0);
const rounds = option('--rounds', 3);
const filesOfFolder = 50;
const ms = value => `${value.toFixed(0)} ms`;

/** One file in ten leaks a known amount; the others are code that only somebody else calls. */
function writeWorkspace() {
  const root = mkdtempSync(path.join(tmpdir(), 'leaklens-scan-'));
  const written = [];
  for (let i = 0; i < files; i++) {
    const folder = path.join(root, `package_${Math.floor(i / filesOfFolder)}`);
    if (i % filesOfFolder === 0) mkdirSync(folder);
    written.push(path.join(folder, `module_${i}.py`));
    writeFileSync(written.at(-1), i % 10 === 0 ? fileOf(50) + libraryOf(lines - 50) : libraryOf(lines));
  }
  return { root, written };
}

async function start(root) {
  const client = new LspClient(server);
  const uri = pathToFileURL(root).href;
  await client.request('initialize', { ...initializeParams, rootUri: uri, workspaceFolders: [{ uri, name: 'bench' }], capabilities: { ...initializeParams.capabilities, window: { workDoneProgress: true } } });
  client.notify('initialized', {});
  return client;
}

async function openFiles(client, written) {
  for (const file of written) {
    const uri = pathToFileURL(file).href;
    const diagnosed = client.next('textDocument/publishDiagnostics', params => params.uri === uri);
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text: libraryOf(lines) } });
    await diagnosed;
  }
}

async function scan(client) {
  const at = performance.now();
  const since = async promise => (await promise, performance.now() - at);
  const first = since(client.next('textDocument/publishDiagnostics', params => params.diagnostics.length > 0));
  const progress = since(client.next('$/progress', params => params.value.kind === 'report'));
  const answer = await client.request('workspace/executeCommand', { command: 'leaklens.server.scanWorkspace' });
  return { first: await first, progress: await progress, whole: performance.now() - at, answer };
}

async function stopEarly(client) {
  const scanning = client.request('workspace/executeCommand', { command: 'leaklens.server.scanWorkspace' });
  await client.next('$/progress', params => params.value.kind === 'report');
  const at = performance.now();
  await client.request('workspace/executeCommand', { command: 'leaklens.server.stopScan' });
  const { summary } = await scanning;
  return { took: performance.now() - at, summary };
}

const { root, written } = writeWorkspace();
try {
  console.log(`machine: ${cpus()[0].model}, ${cpus().length} cores, Linux ${release()}, ${new Date().toISOString().slice(0, 10)}`);
  for (let round = 0; round < rounds; round++) {
    const client = await start(root);
    await openFiles(client, written.slice(0, open));
    const opened = client.residentMemory();
    const { first, progress, whole, answer } = await scan(client);
    const scanned = client.residentMemory();
    console.log(`scan of ${answer.files.toLocaleString('en')} files, ${answer.lines.toLocaleString('en')} lines: first finding ${ms(first)}, first progress ${ms(progress)}, whole ${ms(whole)} (${answer.summary})`);
    console.log(`  resident memory: ${opened.now.toFixed(0)} MiB with ${open} files open, ${scanned.now.toFixed(0)} MiB after the scan, ${scanned.peak.toFixed(0)} MiB at most`);
    const stopped = await stopEarly(client);
    console.log(`  stopped when progress was first told: ${ms(stopped.took)} (${stopped.summary})`);
    await client.request('shutdown');
    client.notify('exit');
    await client.exited;
  }
} finally {
  rmSync(root, { recursive: true });
}
