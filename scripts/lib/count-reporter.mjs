// A reporter for `node --test` that counts tests and nothing else.
export default async function* count(events) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const outcome = data.details?.type === 'suite' ? outcomeOfSuite(type, data) : outcomeOfTest(type, data);
    if (outcome) sum[outcome]++;
  }
  yield JSON.stringify(sum);
}

function outcomeOfTest(type, data) {
  if (data.skip !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
}

// A suite is not a test. But one that is skipped tells nothing of its tests, and one can fail before it has any.
function outcomeOfSuite(type, data) {
  if (data.skip !== undefined) return 'skipped';
  return type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed' ? 'failed' : undefined;
}
