import type { LiveHint } from '@vitrine/contracts';

type Key = readonly unknown[];

/** What the page shows of what changed, by the first words of the keys under which its parts keep it. */
const KEYS: Record<LiveHint['type'], (hint: LiveHint) => Key[]> = {
  'assets-changed': ({ domainId, assetIds = [] }) => [
    ['assets', domainId],
    ['candidates'],
    // Of a dialog that is open: what it says will be shared may just have become what cannot.
    ['share-check'],
    ...assetIds.map((id) => ['asset', id]),
  ],
  'share-changed': ({ shareId }) => [
    ['shares', 'list'],
    ['shares', 'one', shareId],
    ['shares', 'assets', shareId],
    ['share-check', shareId],
    ['activity', shareId],
    ['guest'],
  ],
  // The lists count the guests of each share.
  'guests-changed': ({ shareId }) => [
    ['shares', 'list'],
    ['guests', shareId],
    ['activity', shareId],
  ],
  'activity-changed': ({ shareId }) => [
    ['activity', shareId],
    ['guests', shareId],
  ],
  // The feature of shares may have been switched, and with it whatever is shown of them.
  'session-changed': () => [['session'], ['shares']],
  // Not what is held while it is looked at, in dialogs.
  'administration-changed': () => [
    ['administration', 'users'],
    ['administration', 'domains'],
    ['administration', 'features'],
  ],
};

/** A newer server may hint at what this page does not know: then nothing is read. */
export function keysOf(hint: LiveHint): Key[] {
  return Object.hasOwn(KEYS, hint.type) ? KEYS[hint.type](hint) : [];
}
