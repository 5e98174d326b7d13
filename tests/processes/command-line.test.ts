import { describe } from '@jest/globals';
import { operateOneProcess, operateProcesses } from '../support/command-line-shapes.ts';
import { operated } from '../support/operated-system.ts';
import { REAL_ENGINES } from '../support/real-engines.ts';
import { testAccounts, testFirstSteps } from './command-line/accounts.ts';
import { forgetToListen, testDeadLetters, testUnknownMessages } from './command-line/dead-letters.ts';
import { testFiles } from './command-line/files.ts';

describe('in one process', () => {
  const system = operated({ name: 'nothing', met: true }, operateOneProcess, forgetToListen);
  testFirstSteps(system);
  testFiles(system);
  testDeadLetters(system);
});

describe('on several processes', () => {
  const system = operated(REAL_ENGINES, operateProcesses, forgetToListen);
  testFirstSteps(system);
  testAccounts(system);
  testFiles(system);
  testUnknownMessages(system);
  testDeadLetters(system);
});
