// Adds up the reports of the suites. A suite without a report, or with a skipped test, is a failure.
import { readFileSync } from 'node:fs';

const [failedSteps, ...reports] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const file of reports) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const skipped = report.numPendingTests + report.numTodoTests;
    console.log(
      `${file.split('/').pop()}: ${report.numPassedTests} passed, ${report.numFailedTests} failed, ${skipped} not run`,
    );
    passed += report.numPassedTests;
    failed += report.numFailedTests + skipped;
    if (report.numTotalTests === 0) failed += 1;
  } catch (error) {
    console.log(`${file}: no report (${error.message})`);
    failed += 1;
  }
}
// A step can fail outside any test: a type error, a broken import, an unhandled rejection.
if (failed === 0) failed = Number(failedSteps);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
