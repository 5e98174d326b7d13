import { randomUUID } from 'node:crypto';
import type { ApiPerson } from '../support/api-person.ts';
import { type Command, type CommandResult, PATIENT, type Patience, send } from './command.ts';
import { type ExpectedShare, type Outcome, after, afterOne, certainly } from './ledger.ts';

/** What all owners together asked for and were told. */
export interface Ledger {
  readonly shares: ExpectedShare[];
  readonly unansweredTitles: Set<string>;
  /** Every address that may have been invited; each was named once. */
  readonly invited: Set<string>;
  commands: number;
  attempts: number;
  outcomes: Record<Outcome, number>;
}

export const anEmptyLedger = (): Ledger => ({
  shares: [],
  unansweredTitles: new Set(),
  invited: new Set(),
  commands: 0,
  attempts: 0,
  outcomes: { acknowledged: 0, refused: 0, unknown: 0 },
});

/** Somebody who makes shares and changes them. */
export interface OwnerDeps {
  readonly person: ApiPerson;
  readonly ledger: Ledger;
  readonly assetIds: readonly string[];
  /** A number from 0 up to 1, the same sequence in each run with the same seed. */
  readonly random: () => number;
}

/** Gives up before it knows: what it asked for may happen, or not. */
const HASTY: Patience = { attemptMs: 300, tryMs: 0 };
const HASTY_SHARE = 0.05;

/** One share from its making to what is left of it. */
export const liveThroughAShare = async (deps: OwnerDeps): Promise<void> => {
  const share = await createShare(deps);
  if (share === null) return;
  let current = share;
  const steps = 2 + Math.floor(deps.random() * 4);
  for (let step = 0; step < steps && current.exists.values.has(true); step += 1)
    current = await oneOf(deps, CHANGES)(deps, current);
  deps.ledger.shares.push(current);
};

type Change = (deps: OwnerDeps, share: ExpectedShare) => Promise<ExpectedShare>;

const ask = async (
  { person, ledger, random }: OwnerDeps,
  command: Omit<Command, 'key'>,
): Promise<CommandResult> => {
  const patience = random() < HASTY_SHARE ? HASTY : PATIENT;
  const result = await send(person, { ...command, key: randomUUID() }, patience);
  ledger.commands += 1;
  ledger.attempts += result.attempts;
  ledger.outcomes[result.outcome] += 1;
  return result;
};

const newAddress = (): string => `guest-${randomUUID()}@guests.example`;

const oneOf = <Item>({ random }: OwnerDeps, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

const createShare = async (deps: OwnerDeps): Promise<ExpectedShare | null> => {
  const { ledger, assetIds } = deps;
  const title = `Share ${randomUUID()}`;
  const address = newAddress();
  const assets = [...new Set([oneOf(deps, assetIds), oneOf(deps, assetIds)])];
  const body = { title, assetIds: assets, guests: [{ email: address }], durationDays: 7 };
  const { outcome, body: answer } = await ask(deps, { method: 'POST', path: '/shares', body });
  const id = (answer['share'] as { id?: string } | undefined)?.id;
  if (outcome !== 'refused') ledger.invited.add(address);
  if (outcome !== 'acknowledged' || id === undefined) {
    if (outcome === 'unknown') ledger.unansweredTitles.add(title);
    return null;
  }
  return {
    id,
    exists: certainly(true),
    title: certainly(title),
    enabled: certainly(true),
    guests: afterOne(new Map(), [address], true, outcome),
    assets: afterOne(new Map(), assets, true, outcome),
  };
};

const rename: Change = async (deps, share) => {
  const title = `Renamed ${randomUUID()}`;
  const { outcome } = await ask(deps, { method: 'PATCH', path: `/shares/${share.id}`, body: { title } });
  return { ...share, title: after(share.title, title, outcome) };
};

const toggle: Change = async (deps, share) => {
  const enabled = deps.random() < 0.5;
  const { outcome } = await ask(deps, { method: 'PATCH', path: `/shares/${share.id}`, body: { enabled } });
  return { ...share, enabled: after(share.enabled, enabled, outcome) };
};

const invite: Change = async (deps, share) => {
  const address = newAddress();
  const body = { guests: [{ email: address }], durationDays: 3 };
  const { outcome } = await ask(deps, { method: 'POST', path: `/shares/${share.id}/guests`, body });
  if (outcome !== 'refused') deps.ledger.invited.add(address);
  return { ...share, guests: afterOne(share.guests, [address], true, outcome) };
};

/** Removes a guest that the list shows, which is not every guest while the news of a new share travels. */
const removeGuest: Change = async (deps, share) => {
  const guests = await deps.person
    .get<{ items: { id: string; email: string }[] }>(`/shares/${share.id}/guests`)
    .catch(() => ({ items: [] }));
  const guest = guests.items[0];
  if (guest === undefined) return share;
  const path = `/shares/${share.id}/guests/${guest.id}`;
  const { outcome } = await ask(deps, { method: 'DELETE', path });
  return { ...share, guests: afterOne(share.guests, [guest.email], false, outcome) };
};

const addAsset: Change = async (deps, share) => {
  const assetIds = [oneOf(deps, deps.assetIds)];
  const { outcome } = await ask(deps, {
    method: 'POST',
    path: `/shares/${share.id}/assets`,
    body: { assetIds },
  });
  return { ...share, assets: afterOne(share.assets, assetIds, true, outcome) };
};

const removeAsset: Change = async (deps, share) => {
  const assetIds = [...share.assets.keys()].slice(0, 1);
  const path = `/shares/${share.id}/assets/remove`;
  const { outcome } = await ask(deps, { method: 'POST', path, body: { assetIds } });
  return { ...share, assets: afterOne(share.assets, assetIds, false, outcome) };
};

const remove: Change = async (deps, share) => {
  const { outcome } = await ask(deps, { method: 'DELETE', path: `/shares/${share.id}` });
  return { ...share, exists: after(share.exists, false, outcome) };
};

/** Each as often as it stands here. */
const CHANGES = [rename, rename, toggle, toggle, invite, invite, removeGuest, addAsset, removeAsset, remove];
