import { expect, test } from '@jest/globals';
import { languageOf } from './mail-language.ts';

const nothing = { asked: null, read: null, chosen: null };

test('when a mail was asked for on a page, then it speaks as that page does', () => {
  expect(languageOf({ asked: 'de', read: 'en', chosen: 'en' })).toBe('de');
});

test('when its reader has read here, then what was read goes before what was chosen', () => {
  expect(languageOf({ ...nothing, read: 'en', chosen: 'de' })).toBe('en');
});

test('when its reader has never been here, then it is what whoever invited chose', () => {
  expect(languageOf({ ...nothing, chosen: 'de' })).toBe('de');
});

test('when nobody said anything, as of what was kept before, then it is English', () => {
  expect(languageOf(nothing)).toBe('en');
});
