import type { Entry } from './search-audit-api.ts';
import { words } from './words.ts';

/** What was done, in words; as the system calls it where this page has no words for it. */
export function actOf(act: string): string {
  return Object.hasOwn(words.acts, act) ? words.acts[act as keyof typeof words.acts] : act;
}

/** What it was done to: the name, the guest unless it is the one who did it, the number of assets, what else is known. */
export function aboutOf({ about, actor, guest, assetCount, detail }: Entry): string {
  const parts = [
    about === guest || about === actor ? null : about,
    guest === actor ? null : guest === '' ? words.formerGuest : guest,
    assetCount === null ? null : words.assets(assetCount),
    detail === about ? null : detail,
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

export function whereOf({ address, browser, system }: Entry): string {
  return [address, browser, system].filter((part) => part !== null).join(' · ');
}
