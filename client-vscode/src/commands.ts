/** The ids that package.json declares. */
export const commands = {
  scanWorkspace: 'leaklens.scanWorkspace',
  scanChangedFiles: 'leaklens.scanChangedFiles',
  stopScan: 'leaklens.stopScan',
  writeBaseline: 'leaklens.writeBaseline',
  showReport: 'leaklens.showReport',
  exportReport: 'leaklens.exportReport',
  showLeakPath: 'leaklens.showLeakPath',
  showPayload: 'leaklens.showPayload',
  copyFinding: 'leaklens.copyFinding',
  explainRule: 'leaklens.explainRule',
  openSample: 'leaklens.openSample',
  showInformation: 'leaklens.showInformation',
  restartServer: 'leaklens.restartServer',
  showLogs: 'leaklens.showLogs',
} as const;
