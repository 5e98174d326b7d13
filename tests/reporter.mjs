// One line per file of tests, failures in full, and at the end what was skipped and why.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const longestReason = 3000;
const needs = / \[needs (?<requirement>.+)\]$/;

export default function Reporter({ rootDir, testNamePattern }) {
  return {
    onTestResult(_test, result) {
      print(lineOf(result, rootDir));
      if (isBroken(result)) print(explain(result));
    },
    onRunComplete(_contexts, results) {
      // Jest calls skipped what a name pattern leaves out, too: that is nobody's news.
      const skipped = testNamePattern ? [] : results.testResults.flatMap(skippedIn);
      print(describeSkipped(skipped));
      for (const reason of errorsOutsideTests(results)) print(reason);
      // Once more, where whoever reads only the end of a long log finds it.
      print(describeBroken(results.testResults.filter(isBroken), rootDir));
      close({
        passed: results.numPassedTests,
        failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
        skipped: skipped.length,
      });
    },
  };
}

// npm test says the closing line itself, after all that Jest may still have to say.
function close(summary) {
  if (process.env.TEST_SUMMARY_FILE) writeFileSync(process.env.TEST_SUMMARY_FILE, JSON.stringify(summary));
  else print(`\n${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped`);
}

function explain(result) {
  const said = (result.console ?? []).map(({ message }) => message);
  return [...said, reasonOf(result)].join('\n');
}

function reasonOf(result) {
  return result.failureMessage ?? result.testExecError?.message ?? '';
}

function describeBroken(broken, rootDir) {
  if (broken.length === 0) return '';
  const lines = broken.flatMap((result) => [lineOf(result, rootDir), shortened(reasonOf(result))]);
  return ['', 'Failed:', ...lines].join('\n');
}

function shortened(text) {
  return text.length > longestReason ? `${text.slice(0, longestReason)}…` : text;
}

function lineOf(result, rootDir) {
  const file = path.relative(rootDir, result.testFilePath);
  const count = result.testResults.length;
  const took = ((result.perfStats.end - result.perfStats.start) / 1000).toFixed(1);
  return `${isBroken(result) ? '✗' : '✓'} ${file}  ${count} ${count === 1 ? 'test' : 'tests'}  ${took} s`;
}

function isBroken(result) {
  return result.numFailingTests > 0 || Boolean(result.testExecError);
}

function skippedIn(result) {
  return result.testResults
    .filter(({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status))
    .map(({ fullName }) => ({
      name: fullName.replace(needs, ''),
      reason: needs.exec(fullName)?.groups?.requirement,
    }));
}

function describeSkipped(skipped) {
  if (skipped.length === 0) return '';
  const lines = skipped.map(
    ({ name, reason }) => `  ${name}: ${reason ? `needs ${reason}` : 'no reason given'}`,
  );
  return ['', 'Skipped:', ...lines].join('\n');
}

function errorsOutsideTests(results) {
  return results.runExecError ? [results.runExecError.stack ?? results.runExecError.message] : [];
}

function print(text) {
  if (text) process.stderr.write(`${text}\n`);
}
