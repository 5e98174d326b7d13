import { words } from '../../../features/browse-shared-assets/words.ts';
import { SelectVisible } from '../../../features/select-assets/select-visible.tsx';
import { ReceivedHead } from '../../../features/show-share/received-head.tsx';
import type { Share } from '../../../shared/shares/shares-list-api.ts';
import pageClasses from '../assets-page.module.css';
import { ShareToolbar } from './share-toolbar.tsx';
import { SharedAssets } from './shared-assets.tsx';
import { useSharedAssetsPage } from './use-shared-assets-page.ts';

/** A share that a colleague invited me to: to look at and to take from. */
export function ReceivedShare({ share }: { share: Share }) {
  const page = useSharedAssetsPage(share.id);
  return (
    <>
      <ReceivedHead share={share} />
      <ShareToolbar page={page} />
      <div className={pageClasses.listHead}>
        <span className={pageClasses.total} role="status">
          {words.count(share.assetCount)}
        </span>
        <SelectVisible listed={page.listed} selection={page.selection} actions={page.selecting} />
      </div>
      <SharedAssets
        page={page}
        empty={{ title: words.emptyReceivedTitle, words: words.emptyReceivedWords }}
      />
    </>
  );
}
