/** The ids that package.json declares. */
export const commands = {
  restartServer: 'leaklens.restartServer',
  showLogs: 'leaklens.showLogs',
} as const;
