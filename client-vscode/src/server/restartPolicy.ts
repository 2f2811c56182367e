const attempts = 4;
const windowMs = 3 * 60 * 1000;

/** A server that dies is started again, unless it keeps dying: after four restarts within three minutes it stays down. */
export class RestartPolicy {
  private _restarts: number[] = [];

  constructor(private readonly _now: () => number = Date.now) {}

  /** Records that the server died, and says whether to start it again. */
  shouldRestart(): boolean {
    const now = this._now();
    this._restarts = this._restarts.filter(time => now - time < windowMs);
    if (this._restarts.length >= attempts) return false;
    this._restarts.push(now);
    return true;
  }
}
