import { expect, test } from '@jest/globals';
import { freePort } from './free-port.ts';

test('when many ports are asked for at once, then each is given out once', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()));
  expect(new Set(ports).size).toBe(50);
});

test('when a port is given out, then no system takes it for a connection of its own', async () => {
  const port = await freePort();
  expect(port).toBeGreaterThanOrEqual(20_000);
  expect(port).toBeLessThan(32_000);
});
