import { expect, test } from '@jest/globals';
import { type GuestReference } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import fc from 'fast-check';
import { isSameGuest, peopleNamed, resolveGuests } from './guest.ts';

const OWNER = { ownerId: newId(), ownerEmail: 'mia@acme.example' };
const MIA = { id: OWNER.ownerId, email: 'mia@acme.example', name: 'Mia Berg' };
const NOAH = { id: newId(), email: 'Noah@acme.example', name: 'Noah Lind' };
const EVA = { id: newId(), email: 'eva@acme.example', name: 'Eva Horn' };
const USERS = [MIA, NOAH, EVA];

const internal = ({ id, email, name }: typeof MIA) => ({ kind: 'internal', userId: id, email, name });
const external = (email: string) => ({ kind: 'external', userId: null, email, name: null });

test('when guests are named, then each is resolved or refused with its reason, in the order given', () => {
  const unknown = newId();
  const named: GuestReference[] = [
    { email: ' rita@Gallery.Example ' },
    { userId: EVA.id.toUpperCase() },
    { email: 'no address' },
    { email: 'noah@ACME.example' },
    { userId: NOAH.id },
    { userId: unknown },
    { email: 'Mia@acme.example' },
    { userId: MIA.id },
    { email: 'RITA@gallery.example' },
  ];
  expect(resolveGuests(named, USERS, OWNER)).toEqual([
    { written: ' rita@Gallery.Example ', guest: external('rita@gallery.example') },
    { written: EVA.id.toUpperCase(), guest: internal(EVA) },
    { written: 'no address', reason: 'invalid-address' },
    { written: 'noah@ACME.example', guest: internal(NOAH) },
    { written: NOAH.id, reason: 'named-twice' },
    { written: unknown, reason: 'unknown-user' },
    { written: 'Mia@acme.example', reason: 'is-owner' },
    { written: MIA.id, reason: 'is-owner' },
    { written: 'RITA@gallery.example', reason: 'named-twice' },
  ]);
});

test.each([
  'a@agency.example, b@agency.example',
  'Lena <lena@agency.example>',
  '"x@evil.example"@agency.example',
  'lena@agency.example\r\nBcc: all@evil.example',
  'lena(c)@agency.example',
  'lena@agency',
])('when what was written is %j, then it is no address and nobody is asked for it', (email) => {
  expect(resolveGuests([{ email }], USERS, OWNER)).toEqual([{ written: email, reason: 'invalid-address' }]);
  expect(peopleNamed([{ email }])).toEqual({ userIds: [], emails: [] });
});

const reference = fc.oneof(
  fc.constantFrom(...USERS, { id: newId() }).map(({ id }) => ({ userId: id })),
  fc
    .constantFrom(
      'rita@x.example',
      'RITA@x.example',
      'paul@x.example',
      'noah@acme.example',
      'mia@acme.example',
      '@',
    )
    .map((email) => ({ email })),
);

test('when any guests are named in any order, then nobody is lost, invited twice or owner of the share', () => {
  fc.assert(
    fc.property(fc.array(reference, { maxLength: 20 }), (references) => {
      const named = resolveGuests(references, USERS, OWNER);
      const guests = named.flatMap((each) => ('guest' in each ? [each.guest] : []));
      expect(named.map(({ written }) => written)).toEqual(
        references.map((each) => ('userId' in each ? each.userId : each.email)),
      );
      expect(guests.some((guest) => isSameGuest(guest, { userId: MIA.id, email: MIA.email }))).toBe(false);
      for (const [index, guest] of guests.entries())
        expect(guests.findIndex((other) => isSameGuest(guest, other))).toBe(index);
    }),
  );
});
