import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { SUBSCRIPTIONS } from './subscriptions.ts';

const SERVICES = ['activity', 'asset', 'download', 'guest-invitation', 'identity', 'share'];
const root = path.resolve(import.meta.dirname, '../../..');

test('when a service has a subscription, then it is declared, and nothing else is', () => {
  const subscribed = SERVICES.flatMap((service) => {
    const code = readFileSync(path.join(root, `services/${service}/src/service.ts`), 'utf8');
    return [...code.matchAll(/\bsubscribe\(\s*'([a-z.-]+)'/g)].map(([, name = '']) => name);
  });
  expect(subscribed.length).toBeGreaterThan(0);
  expect(SUBSCRIPTIONS.map(({ name }) => name).toSorted()).toEqual(subscribed.toSorted());
});
