import { mailReason } from '../../shared/guests/mail-reason.ts';
import type { Entry } from './show-activity-api.ts';
import { words } from './words.ts';

/** What happened, as a sentence; null for what says nothing to a person, and for what this page does not know yet. */
export function sentenceOf(entry: Entry): string | null {
  return Object.hasOwn(sentences, entry.type) ? (sentences[entry.type]?.(partsOf(entry)) ?? null) : null;
}

type Parts = { who: string; guest: string; assets: string; detail: string; file: string };

/** That a download was planned and started is left out: that it was finished, or broke off, tells enough. */
const sentences: Record<string, (parts: Parts) => string> = {
  'share.created': ({ who, assets }) => words.created(who, assets),
  'share.updated': ({ who }) => words.updated(who),
  'share.enabled': ({ who }) => words.enabled(who),
  'share.disabled': ({ who }) => words.disabled(who),
  'share.assets-added': ({ who, assets }) => words.assetsAdded(who, assets),
  'share.assets-removed': ({ who, assets }) => words.assetsRemoved(who, assets),
  'share.deleted': ({ who }) => words.deleted(who),
  'guest.invited': ({ who, guest }) => words.invited(who, guest),
  'guest.renewed': ({ who, guest }) => words.renewed(who, guest),
  'guest.resent': ({ who, guest }) => words.resent(who, guest),
  'guest.link-made': ({ who, guest }) => words.linkMade(who, guest),
  'guest.removed': ({ who, guest }) => words.removed(who, guest),
  'guest.expired': ({ guest }) => words.expired(guest),
  'guest.opened': ({ guest }) => words.opened(guest),
  'guest.link-requested': ({ guest }) => words.linkRequested(guest),
  'guest.mail-sent': ({ guest }) => words.mailSent(guest),
  'guest.mail-failed': ({ guest, detail }) => words.mailFailed(guest, mailReason(detail)),
  'download.completed': ({ who, file }) => words.downloaded(who, file),
  'download.aborted': ({ who, file }) => words.downloadBroken(who, file),
};

function partsOf({ actor, guest, assetCount, detail }: Entry): Parts {
  return {
    who: actor === '' ? words.formerGuest : (actor ?? words.system),
    guest: guest === '' ? words.formerGuest : (guest ?? words.someGuest),
    assets: words.assets(assetCount ?? 0),
    detail: detail ?? '',
    file: detail ?? words.someFile,
  };
}
