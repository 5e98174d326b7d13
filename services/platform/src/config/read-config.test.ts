import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { readConfig } from './read-config.ts';
import { mailSender, processSettings, publicAddress, serviceAddress, serviceSettings } from './settings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (name: string, content: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

const Config = z.object({ ...serviceSettings, ASSET_URL: serviceAddress('asset') });
const KEY = 'k'.repeat(32);
const complete = { ACTOR_KEY: KEY, DATABASE_URL: 'postgresql://db', AMQP_URL: 'amqp://mq' };

test('what has a value by itself need not be set', () => {
  expect(readConfig(Config, complete)).toEqual({
    ...complete,
    PORT: 3000,
    HOST: '0.0.0.0',
    OPERATIONS_PORT: 9090,
    LOG_LEVEL: 'info',
    WITHDRAW_SECONDS: 5,
    DRAIN_SECONDS: 20,
    ASSET_URL: 'http://asset:3000',
  });
});

test('when settings are missing or wrong, then each is named with a reason, and no value is shown', () => {
  const read = () =>
    readConfig(Config, {
      PORT: 'eighty',
      DATABASE_URL: 'mysql://u:hunter2@db',
      LOG_LEVEL: 'loud',
      AMQP_URL: '',
    });
  expect(read).toThrow('PORT: has to be a number from 0 to 65535');
  expect(read).toThrow('ACTOR_KEY: has to be set');
  expect(read).toThrow('AMQP_URL: has to be set');
  expect(read).toThrow('DATABASE_URL: has to be an address like postgresql://user:password@host:5432');
  expect(read).toThrow('LOG_LEVEL: has to be one of trace, debug');
  expect(read).not.toThrow(/hunter2|eighty|loud/);
});

test.each([
  ['https://assets.acme.example/', 'https://assets.acme.example'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['https://acme.example/assets', null],
  ['https://acme.example?x=1', null],
  ['https://mia:secret@acme.example', null],
])(
  'when the portal is to be reached at %s, then that is %s: nothing of it stands below the root',
  (PUBLIC_URL, read) => {
    const reading = () => readConfig(z.object({ PUBLIC_URL: publicAddress }), { PUBLIC_URL });
    if (read === null)
      expect(reading).toThrow('PUBLIC_URL: has to be an address like https://assets.example.com');
    else expect(reading()).toEqual({ PUBLIC_URL: read });
  },
);

test.each([
  ['Vitrine <vitrine@localhost>', true],
  ['"Acme, Brand" <assets@acme.example>', true],
  ['assets@acme.example', true],
  ['Vitrine', false],
  ['Vitrine <assets>', false],
  ['a@acme.example, b@acme.example', false],
  ['Acme\r\nBcc: x@y.example <a@acme.example>', false],
])('when mails are to come from %j, then it is %s that they can', (MAIL_FROM, can) => {
  const reading = () => readConfig(z.object({ MAIL_FROM: mailSender }), { MAIL_FROM });
  if (can) expect(reading()).toEqual({ MAIL_FROM });
  else expect(reading).toThrow('MAIL_FROM: has to be an address like Vitrine <assets@example.com>');
});

test('when a key is too short, then it is refused', () => {
  const read = () => readConfig(z.object(processSettings), { ACTOR_KEY: 'short' });
  expect(read).toThrow('ACTOR_KEY: has to have at least 32 characters');
});

test('when a variable is given as a file, then its content counts, without the line break at its end', () => {
  const { ACTOR_KEY: _, ...rest } = complete;
  const config = readConfig(Config, { ...rest, ACTOR_KEY_FILE: fileWith('key', `${KEY}\n`) });
  expect(config.ACTOR_KEY).toBe(KEY);
});

test('when a variable is given twice, or its file is not there or empty, then a sentence says so', () => {
  const file = fileWith('key-2', KEY);
  expect(() => readConfig(Config, { ...complete, ACTOR_KEY_FILE: file })).toThrow(
    'ACTOR_KEY: is set twice, by ACTOR_KEY and by ACTOR_KEY_FILE',
  );
  const { ACTOR_KEY: _, ...rest } = complete;
  expect(() => readConfig(Config, { ...rest, ACTOR_KEY_FILE: '/nowhere/key' })).toThrow(
    'ACTOR_KEY_FILE: the file /nowhere/key cannot be read',
  );
  expect(() => readConfig(Config, { ...rest, ACTOR_KEY_FILE: fileWith('none', '\n') })).toThrow(
    'ACTOR_KEY: has to be set',
  );
});

test('when a file is named for what is no setting, then nobody reads it', () => {
  expect(readConfig(Config, { ...complete, SOMETHING_FILE: '/nowhere' })).toMatchObject(complete);
});
