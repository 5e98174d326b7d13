import type { UserProfile } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { type Listening, listenTo } from './listening.ts';
import { type Gateway, aPerson, anInvitation, signedIn } from './running-gateway.ts';

/** Everybody who might hear of a share of Mia's, and of an asset of the domain Brand in it. */
export const READERS = [
  'owner',
  'administrator',
  'internal guest',
  'colleague in the domain',
  'colleague of another domain',
  'person of another account',
  'guest',
  'guest of another share',
] as const;
export type Reader = (typeof READERS)[number];

export type LiveScene = Awaited<ReturnType<typeof aLiveScene>>;

/** A share with people around it, each of whom listens. */
export const aLiveScene = async (gateway: Gateway) => {
  const account = { id: newId(), name: 'Acme', features: { shares: true } };
  const [brand, press] = [
    { id: newId(), name: 'Brand' },
    { id: newId(), name: 'Press' },
  ];
  const person = (overrides: Partial<UserProfile>) => aPerson(gateway, { account, ...overrides });
  const people = {
    owner: person({ domains: [brand] }),
    administrator: person({ isAdministrator: true, domains: [brand, press] }),
    'internal guest': person({ domains: [press] }),
    'colleague in the domain': person({ domains: [brand] }),
    'colleague of another domain': person({ domains: [press] }),
    'person of another account': aPerson(gateway),
  };
  const guests = { guest: anInvitation(gateway), 'guest of another share': anInvitation(gateway) };
  const { invitation } = guests.guest;
  const assetId = newId();
  const share = { accountId: account.id, ownerId: people.owner.userId, enabled: true };
  const { shares, received } = gateway.world;
  shares.set(invitation.shareId, { ...share, assetIds: [assetId] });
  shares.set(guests['guest of another share'].invitation.shareId, {
    ...share,
    ownerId: newId(),
    assetIds: [],
  });
  received.set(people['internal guest'].userId, [{ ...invitation, invitationId: newId() }]);
  const listening = new Map<Reader, Listening>();
  for (const [name, profile] of Object.entries(people))
    listening.set(name as Reader, await listenTo(gateway.url, (await signedIn(gateway, profile)).cookies));
  for (const [name, { token }] of Object.entries(guests)) {
    const browser = gateway.browser();
    await browser.ask('POST', '/api/v1/guest/session', { token });
    listening.set(name as Reader, await listenTo(gateway.url, browser.cookies, '/api/v1/events?as=guest'));
  }
  for (const each of listening.values()) await each.heard('hello');
  return {
    account,
    domainId: brand.id,
    people,
    invitation,
    shareId: invitation.shareId,
    assetId,
    listening: (reader: Reader): Listening => listening.get(reader)!,
    close: () => {
      for (const each of listening.values()) each.close();
    },
  };
};
