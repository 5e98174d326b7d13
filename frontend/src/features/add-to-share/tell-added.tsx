import type { ExcludedAsset } from '../../shared/assets/asset.ts';
import { ExcludedList } from '../../shared/assets/excluded-list.tsx';
import { tell } from '../../shared/notices/notice.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { words } from './words.ts';

export type AddedAssets = { added: readonly string[]; excluded: readonly ExcludedAsset[] };

/** Tells how many were added and which were not, with their reasons. */
export function tellAdded(
  { added, excluded }: AddedAssets,
  { id, title }: Pick<Share, 'id' | 'title'>,
  onOpenShare: (shareId: string) => void,
): void {
  tell(words.added(added.length, title), {
    action: { label: words.open, href: `/shares/${id}`, onClick: () => onOpenShare(id) },
    ...(excluded.length === 0 ? {} : { details: <ExcludedList excluded={excluded} label={words.leftOut} /> }),
  });
}
