import { expect, test } from '@jest/globals';
import { asReferences, isList, nameOfGuest, withTyped, withUser, withoutGuest } from './picked-guests.ts';

const noah = { id: '0197f1d0-0000-7000-8000-000000000002', name: 'Noah Weiss', email: 'noah@demo.test' };

test('when a list is pasted as mails write it, then each address in it is taken once', () => {
  const text = 'Lena Berg <lena@agency.example>; noah@demo.test,\n LENA@agency.example\nkai@agency.example';
  const { picked, wrong } = withTyped([], text);
  expect(picked.map(({ email }) => email)).toEqual([
    'lena@agency.example',
    'noah@demo.test',
    'kai@agency.example',
  ]);
  expect(wrong).toEqual([]);
});

test('when a pasted name is in quotes, then a comma in it parts nothing', () => {
  const { picked, wrong } = withTyped(
    [],
    '"Berg, Lena" <lena@agency.example>, "Kai" <kai@agency.example>\r\n',
  );
  expect(picked.map(({ email }) => email)).toEqual(['lena@agency.example', 'kai@agency.example']);
  expect(wrong).toEqual([]);
});

test('when one of several is not an address, then it is named and the others are taken', () => {
  const { picked, wrong } = withTyped([], 'lena@agency.example, noah@, kai@agency.example');
  expect(picked).toHaveLength(2);
  expect(wrong).toEqual(['noah@']);
});

test('when a colleague was picked already, then the same address adds nobody', () => {
  const picked = withUser([], noah);
  expect(withTyped(picked, 'Noah@demo.test').picked).toEqual(picked);
  expect(withUser(picked, noah)).toEqual(picked);
});

test('when guests are sent to the server, then colleagues go by id and others by address', () => {
  const { picked } = withTyped(withUser([], noah), 'lena@agency.example');
  expect(asReferences(picked)).toEqual([{ userId: noah.id }, { email: 'lena@agency.example' }]);
  expect(asReferences(withoutGuest(picked, noah.email))).toEqual([{ email: 'lena@agency.example' }]);
});

test('when the server names a colleague by id, then a person reads the name', () => {
  expect(nameOfGuest(withUser([], noah), noah.id)).toBe('Noah Weiss');
  expect(nameOfGuest([], 'lena@agency.example')).toBe('lena@agency.example');
});

test('when a text is pasted, then only several parts with an address among them are a list', () => {
  expect(isList('lena@agency.example, noah')).toBe(true);
  expect(isList('Lena Berg')).toBe(false);
  expect(isList('lena@agency.example')).toBe(false);
});
