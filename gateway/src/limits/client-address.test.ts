import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clientAddress } from './client-address.ts';

const from = (socketAddress: string, forwardedFor?: string, trustedProxies = 0) =>
  clientAddress({ socketAddress, forwardedFor, trustedProxies });

test('when no proxy of ours stands in front, then what a client writes about itself counts for nothing', () => {
  fc.assert(
    fc.property(fc.string(), (claim) => {
      expect(from('203.0.113.7', claim)).toBe('203.0.113.7');
    }),
  );
});

test('when proxies of ours stand in front, then whatever a client writes before, theirs counts', () => {
  fc.assert(
    fc.property(fc.string(), (claim) => {
      expect(from('10.0.0.1', `${claim}, 203.0.113.7`, 1)).toBe('203.0.113.7');
      expect(from('10.0.0.1', `${claim}, 203.0.113.7, 10.0.0.2`, 2)).toBe('203.0.113.7');
    }),
  );
});

test('when the header is missing, too short or no address, then the nearest that is known counts', () => {
  expect(from('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
  expect(from('10.0.0.1', '203.0.113.7', 3)).toBe('203.0.113.7');
  expect(from('10.0.0.1', 'unknown', 1)).toBe('10.0.0.1');
});

test('when the address is of IPv6, then the network of the subscriber counts, and IPv4 within it is IPv4', () => {
  expect(from('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(from('2001:DB8:1:2::9')).toBe('2001:db8:1:2::/64');
  expect(from('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(from('::1')).toBe('0:0:0:0::/64');
  expect(from('::ffff:203.0.113.7')).toBe('203.0.113.7');
});
