export type ServerState = 'starting' | 'running' | 'stopped' | 'failed';

export interface ServerStatus {
  readonly state: ServerState;
  /** What the server calls its version, once it has said so. */
  readonly version?: string | undefined;
  /** How many pieces of work the server has reported as begun and not as ended. */
  readonly running: number;
  /** Why there is no server, when the state is `failed`. */
  readonly reason?: string | undefined;
}

export type Severity = 'info' | 'warning' | 'error';

export interface StatusPresentation {
  readonly text: string;
  readonly detail: string;
  readonly severity: Severity;
  readonly busy: boolean;
}

/** What the language status item says about a server in this status. */
export function presentStatus(status: ServerStatus): StatusPresentation {
  const text = status.version ? `LeakLens ${status.version}` : 'LeakLens';
  switch (status.state) {
    case 'starting': return { text, detail: 'Starting', severity: 'info', busy: true };
    case 'running': return { text, detail: status.running > 0 ? 'Analysing' : 'Ready', severity: 'info', busy: status.running > 0 };
    case 'stopped': return { text, detail: 'Not running', severity: 'warning', busy: false };
    case 'failed': return { text, detail: status.reason ? `Not running: ${status.reason}` : 'Not running', severity: 'error', busy: false };
  }
}
