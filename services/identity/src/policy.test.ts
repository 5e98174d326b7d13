import { expect, test } from '@jest/globals';
import { FIRST_POLICY, withChanges } from './policy.ts';

test('when domains are named, then each is kept once, in the form that addresses have; the rest stays', () => {
  const before = { ...FIRST_POLICY, blockedDomains: ['mail.example'] };
  const allowedDomains = [' Agency.Example', '@agency.example', 'münchen.example'];
  expect(withChanges(before, { allowedDomains, externalGuests: undefined })).toEqual({
    ...before,
    allowedDomains: ['agency.example', 'xn--mnchen-3ya.example'],
  });
});

test.each(['', 'localhost', 'a b.example', 'lena@agency.example', '*.example', 'x.example, y.example'])(
  'when a domain is none (%s), then it is named with its field',
  (domain) => {
    expect(() => withChanges(FIRST_POLICY, { blockedDomains: ['mail.example', domain] })).toThrow(
      expect.objectContaining({
        code: 'invalid-address-domain',
        details: { field: 'blockedDomains', domains: [domain] },
      }),
    );
  },
);
