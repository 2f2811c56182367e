import { EventEmitter, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import { ErrorCodes, ResponseError, State } from 'vscode-languageclient/node';
import { createClient } from './createClient';
import type { ServerPlace } from './findServer';
import type { ServerState, ServerStatus } from './presentStatus';
import type { QuietClient } from './quietClient';

const states: Record<Exclude<State, State.StartFailed>, ServerState> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
};

/**
 * The one server of this window. A client that failed to start can never be started again, so every start makes a new one.
 * Starts and stops queue up behind each other: a client cannot be stopped while it is still starting.
 */
export class ServerSession implements Disposable {
  private readonly _changed = new EventEmitter<ServerStatus>();
  private _status: ServerStatus = { state: 'stopped', running: 0 };
  private _client: QuietClient | undefined;
  private _queue: Promise<void> = Promise.resolve();
  private _isFirstStart = false;

  readonly onDidChangeStatus = this._changed.event;

  constructor(private readonly _log: LogOutputChannel, private readonly _find: () => ServerPlace) {}

  get status(): ServerStatus {
    return this._status;
  }

  start(): Promise<void> {
    return this.enqueue(() => this.startNow());
  }

  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.stopNow());
  }

  /** Asks the server something of our own. */
  async request<T>(method: string, params: object): Promise<T> {
    await this._queue;
    const client = this._client;
    if (!client || client.state !== State.Running) throw new Error('the server is not running; the log says why.');
    return client.sendRequest<T>(method, params);
  }

  /** A document's address as the server knows it. */
  uriOf(uri: Uri): string {
    return this._client?.code2ProtocolConverter.asUri(uri) ?? uri.toString();
  }

  dispose(): void {
    void this.stop().finally(() => this._changed.dispose());
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this._queue = this._queue.then(step).catch(error => this._log.error(error));
    return this._queue;
  }

  private async startNow(): Promise<void> {
    const place = this._find();
    if ('problem' in place) {
      this.fail(place.problem);
      return;
    }

    this._log.info(`Starting ${place.path}`);
    const client = this.create(place.path);
    this._client = client;
    this._isFirstStart = true;
    try {
      await client.start();
    } catch (error) {
      this.fail(reasonOf(error));
    } finally {
      this._isFirstStart = false;
    }
  }

  private create(executable: string): QuietClient {
    const client = createClient(executable, this._log, {
      isStarting: () => client.state === State.Starting,
      gaveUp: reason => this.fail(reason),
      workBegan: () => this.update({ running: this._status.running + 1 }),
      workEnded: () => this.update({ running: Math.max(0, this._status.running - 1) }),
    });
    client.onDidChangeState(({ newState }) => {
      if (client === this._client) this.follow(client, newState);
    });
    return client;
  }

  private follow(client: QuietClient, state: State): void {
    if (state === State.StartFailed) {
      // The first start tells its own reason; what fails here is the client's own attempt after a crash.
      if (!this._isFirstStart) this.fail('it ended and could not be started again.');
      return;
    }
    if (state === State.Stopped && this._status.state === 'failed') return;
    this.update({ state: states[state], version: client.initializeResult?.serverInfo?.version, running: 0, reason: undefined });
  }

  private fail(reason: string): void {
    this._log.error(reason);
    this.update({ state: 'failed', running: 0, reason });
  }

  private update(change: Partial<ServerStatus>): void {
    this._status = { ...this._status, ...change };
    this._changed.fire(this._status);
  }

  private async stopNow(): Promise<void> {
    const client = this._client;
    this._client = undefined;
    await client?.dispose();
    if (client && this._status.state !== 'stopped') this.update({ state: 'stopped', version: undefined, running: 0, reason: undefined });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected) return 'it ended before it was ready.';
  return error instanceof Error ? error.message : String(error);
}
