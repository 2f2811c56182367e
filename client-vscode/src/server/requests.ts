/** What the server answers besides the protocol; the names are those of its handlers. */
export const requests = {
  finding: 'leaklens.server/finding',
  rules: 'leaklens.server/rules',
  reportText: 'leaklens.server/reportText',
} as const;

/** Commands that the server executes. */
export const serverCommands = {
  scanWorkspace: 'leaklens.server.scanWorkspace',
  scanChangedFiles: 'leaklens.server.scanChangedFiles',
  stopScan: 'leaklens.server.stopScan',
  writeBaseline: 'leaklens.server.writeBaseline',
} as const;

/** The document, written by the server, of what belongs into the report of a defect. */
export const informationUri = 'leaklens:/information.md';

export interface FindingAnswer {
  readonly ruleId: string;
  /** The document that tells of it. */
  readonly uri: string;
  readonly markdown: string;
}

export interface RuleAnswer {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly uri: string;
}

export interface ScanAnswer {
  readonly summary: string;
  readonly stopped: boolean;
}

export interface BaselineAnswer {
  /** Full path of the folder whose findings are forgiven. */
  readonly folder: string;
  /** Relative to that folder. */
  readonly file: string;
  readonly summary: string;
}

export interface ReportAnswer {
  readonly text: string;
  /** What the paths in it begin with, and the folder that this stands for. */
  readonly folders: readonly { readonly prefix: string; readonly folder: string }[];
}
