// One line per file of tests, failures in full, and at the end what was skipped and why.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const needs = / \[needs (?<requirement>.+)\]$/;

export default class Reporter {
  #rootDir;
  #isFiltered;

  constructor(globalConfig) {
    this.#rootDir = globalConfig.rootDir;
    this.#isFiltered = Boolean(globalConfig.testNamePattern);
  }

  onTestResult(_test, result) {
    print(lineOf(result, this.#rootDir));
    if (!isBroken(result)) return;
    for (const { message } of result.console ?? []) print(message);
    print(result.failureMessage ?? result.testExecError?.message ?? '');
  }

  onRunComplete(_contexts, results) {
    const skipped = this.#isFiltered ? [] : results.testResults.flatMap(skippedIn);
    print(describeSkipped(skipped));
    for (const reason of errorsOutsideTests(results)) print(reason);
    const summary = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: skipped.length,
    };
    // npm test says the closing line itself, after all that Jest may still have to say.
    if (process.env.TEST_SUMMARY_FILE) writeFileSync(process.env.TEST_SUMMARY_FILE, JSON.stringify(summary));
    else print(`\n${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped`);
  }
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
