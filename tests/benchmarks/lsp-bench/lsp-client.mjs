// A language client in a few lines: spawns a server, speaks LSP over its standard streams, and notes when things arrive.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

export class LspClient {
  #buffer = Buffer.alloc(0);
  #nextId = 1;
  #answers = new Map();
  #listeners = [];

  /** @param {string[]} command the server and its arguments */
  constructor(command) {
    this.spawnedAt = performance.now();
    this.process = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdout.on('data', chunk => this.#receive(chunk));
    this.exited = new Promise(resolve => this.process.on('exit', code => resolve(code)));
  }

  request(method, params) {
    const id = this.#nextId++;
    const answer = new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject }));
    this.#send({ jsonrpc: '2.0', id, method, params });
    return answer;
  }

  notify(method, params) {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /** The params of the next notification of a method that satisfies a condition. */
  next(method, condition = () => true) {
    return new Promise(resolve => this.#listeners.push({ method, condition, resolve }));
  }

  /** Resident memory in MiB now and at its highest, as /proc tells it. */
  residentMemory() {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    const mib = name => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
    return { now: mib('VmRSS'), peak: mib('VmHWM'), threads: Number(/Threads:\s+(\d+)/.exec(status)[1]) };
  }

  /** Milliseconds of processor time so far, which a busy machine does not change as it does the time of day. */
  processorTime() {
    const tasks = `/proc/${this.process.pid}/task`;
    const nanoseconds = readdirSync(tasks).map(task => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]));
    return nanoseconds.reduce((sum, value) => sum + value, 0) / 1e6;
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify(message), 'utf8');
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  #receive(chunk) {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const headerEnd = this.#buffer.indexOf('\r\n\r\n');
      if (headerEnd < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, headerEnd))[1]);
      const end = headerEnd + 4 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.toString('utf8', headerEnd + 4, end));
      this.#buffer = this.#buffer.subarray(end);
      this.#dispatch(message);
    }
  }

  #dispatch(message) {
    if (message.method === undefined) {
      const answer = this.#answers.get(message.id);
      this.#answers.delete(message.id);
      if (message.error) answer?.reject(new Error(`${message.error.code}: ${message.error.message}`));
      else answer?.resolve(message.result);
      return;
    }
    if (message.id !== undefined) this.#send({ jsonrpc: '2.0', id: message.id, result: null });
    const index = this.#listeners.findIndex(l => l.method === message.method && l.condition(message.params));
    if (index >= 0) this.#listeners.splice(index, 1)[0].resolve(message.params);
  }
}

/** What an ordinary editor says of itself, as far as this server listens. */
export const initializeParams = {
  processId: process.pid,
  clientInfo: { name: 'lsp-bench', version: '1' },
  rootUri: null,
  capabilities: {
    general: { positionEncodings: ['utf-16'] },
    textDocument: {
      publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
      hover: { contentFormat: ['markdown', 'plaintext'] },
    },
  },
};
