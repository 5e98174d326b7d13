import { expect, test } from '@jest/globals';
import { demandHardToGuess, isOfKnownWords } from './guessable-password.ts';

const mia = { email: 'mia.keller@acme.test', name: 'Mia Keller' };

test.each(['vitrine2026!', 'Mia-Keller-1987', 'ACME acme 1', 'Portal.Admin', 'welcome123', 'ｖｉｔｒｉｎｅ'])(
  'when %s is a password of Mia Keller at Acme, then nothing in it is hers alone',
  async (password) => {
    expect(isOfKnownWords(password, mia)).toBe(true);
    await expect(demandHardToGuess(password, mia)).rejects.toMatchObject({ code: 'guessable-password' });
  },
);

test.each(['mia likes herons', 'vitrine-quartz-9', '8391 0274 6655', 'correct horse', '🦊🦊🦊🦊🦊🦊🦊🦊'])(
  'when it is %s, then it may be one',
  async (password) => {
    expect(isOfKnownWords(password, mia)).toBe(false);
    await expect(demandHardToGuess(password, mia)).resolves.toBeUndefined();
  },
);

test.each(['iloveyou', 'TrustNo1', 'qwertyuiop', '1qaz2wsx', '1234567890'])(
  'when %s, which many people had, is one, then it is refused, whatever the case of its letters',
  async (password) => {
    expect(isOfKnownWords(password, mia)).toBe(false);
    await expect(demandHardToGuess(password, mia)).rejects.toMatchObject({ code: 'guessable-password' });
  },
);
