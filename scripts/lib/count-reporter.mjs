// A reporter for `node --test` that counts tests and nothing else: suites are not tests, and a skipped test has not passed.
export default async function* count(events) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite' && type === 'test:pass') continue;
    if (data.details?.type === 'suite' && data.details.error?.failureType === 'subtestsFailed') continue;
    if (data.skip !== undefined) sum.skipped++;
    else if (type === 'test:pass') sum.passed++;
    else sum.failed++;
  }
  yield JSON.stringify(sum);
}
