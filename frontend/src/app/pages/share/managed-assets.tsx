import { useDownloadNotes } from '../../../features/browse-shared-assets/browse-shared-assets-api.ts';
import { words } from '../../../features/browse-shared-assets/words.ts';
import { useRemoveFromShare } from '../../../features/remove-from-share/use-remove-from-share.tsx';
import { SelectVisible } from '../../../features/select-assets/select-visible.tsx';
import pageClasses from '../assets-page.module.css';
import { AddAssets } from './add-assets.tsx';
import { ShareToolbar } from './share-toolbar.tsx';
import { SharedAssets } from './shared-assets.tsx';
import { useSharedAssetsPage } from './use-shared-assets-page.ts';

/** The Assets tab: what is in the share, what of it guests cannot have and why, to be added to and taken from. */
export function ManagedAssets({ shareId }: { shareId: string }) {
  const page = useSharedAssetsPage(shareId);
  const { remove, isRemoving } = useRemoveFromShare(shareId);
  const { query, listed, selection, selecting } = page;
  const notes = useDownloadNotes(shareId);
  const removeSelected = () => {
    // What is selected while they are being removed stays so.
    const wanted = [...selection.chosen.values()];
    remove(
      wanted.map(({ id }) => id),
      { onSuccess: () => selecting.remove(wanted) },
    );
  };
  return (
    <>
      <ShareToolbar page={page} removal={{ isRemoving, onRemove: removeSelected }}>
        <AddAssets shareId={shareId} />
      </ShareToolbar>
      <div className={pageClasses.listHead}>
        <span className={pageClasses.total} role="status">
          {query.isSuccess && !query.hasNextPage ? <Count assets={listed} /> : null}
        </span>
        <SelectVisible listed={listed} selection={selection} actions={selecting} />
      </div>
      <SharedAssets
        page={page}
        empty={{ title: words.emptyTitle, words: words.emptyWords }}
        {...(notes && { notes })}
      />
    </>
  );
}

function Count({ assets }: { assets: readonly { reason: string | null }[] }) {
  // What is of a domain that the owner left is kept from them alone.
  const withheld = assets.filter(({ reason }) => reason !== null && reason !== 'not-in-your-domains').length;
  return (
    <>
      {words.count(assets.length)}
      {withheld > 0 ? ` · ${words.withheld(withheld)}` : null}
    </>
  );
}
