import { expect, test } from '@jest/globals';
import { spokenLanguage } from './language.ts';

test('when the reader speaks languages that we do not, then the page is in English', () => {
  expect(spokenLanguage(['', 'xx-YY', 'fr'])).toBe('en');
  expect(spokenLanguage([])).toBe('en');
});

test('when the reader speaks German of any region, then the page is in German', () => {
  expect(spokenLanguage(['', 'de-CH', 'en-US'])).toBe('de');
});

test('when the reader speaks several, then the first that we speak is taken', () => {
  expect(spokenLanguage(['', 'fr', 'en-GB', 'de'])).toBe('en');
});

test('when a language was chosen, then it goes before those of the browser', () => {
  expect(spokenLanguage(['de', 'en-US'])).toBe('de');
});

test('when what was kept is no language, then it is passed over', () => {
  expect(spokenLanguage(['toString', 'de'])).toBe('de');
});
