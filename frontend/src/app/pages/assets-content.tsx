import { AssetsGrid } from '../../features/browse-assets/assets-grid.tsx';
import { AssetsList } from '../../features/browse-assets/assets-list.tsx';
import { AssetsSkeleton } from '../../features/browse-assets/assets-skeleton.tsx';
import { USUAL_DENSITY } from '../../features/browse-assets/assets-view.ts';
import type { AssetsView } from '../../features/browse-assets/assets-view.ts';
import type { useAssets } from '../../features/browse-assets/browse-assets-api.ts';
import { words } from '../../features/browse-assets/words.ts';
import { useDownload } from '../../features/download-assets/use-download.tsx';
import type { Selection } from '../../features/select-assets/selection.ts';
import type { SelectionActions } from '../../features/select-assets/use-selection.ts';
import type { Asset } from '../../shared/assets/asset.ts';
import { PageState } from '../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import classes from './assets-page.module.css';
import { useAssetActions } from './use-asset-actions.ts';
import { useReadAhead } from './use-read-ahead.ts';

type Props = {
  query: ReturnType<typeof useAssets>;
  listed: readonly Asset[];
  view: AssetsView;
  selection: Selection;
  actions: SelectionActions;
  onPreview: (assetId: string) => void;
  /** Undefined where no filter is set. */
  onClearFilters: (() => void) | undefined;
};

/** The list itself, or what stands in its place: a skeleton, an error, nothing. */
export function AssetsContent(props: Props) {
  const { query, listed, view, onClearFilters } = props;
  if (query.isPending) return <AssetsSkeleton {...shapeOf(view)} />;
  if (query.isError && listed.length === 0) {
    return <ReadFailed title={words.failedTitle} query={query} />;
  }
  if (listed.length > 0) return <FilledContent {...props} />;
  return onClearFilters === undefined ? (
    <PageState title={words.emptyTitle}>{words.emptyWords}</PageState>
  ) : (
    <PageState title={words.noMatchTitle} action={{ label: words.clearFilters, onClick: onClearFilters }}>
      {words.noMatchWords}
    </PageState>
  );
}

function FilledContent({ query, listed, view, selection, actions, onPreview }: Props) {
  const { download } = useDownload();
  const readAhead = useReadAhead(listed.length, query);
  const assetActions = useAssetActions({ listed, selecting: actions, onPreview, onDownload: download });
  const Layout = view.layout === 'list' ? AssetsList : AssetsGrid;
  return (
    <div className={classes.content} data-stale={query.isPlaceholderData || undefined}>
      <Layout
        assets={listed}
        selectedIds={selection.chosen}
        actions={assetActions}
        onShow={readAhead}
        density={view.density ?? USUAL_DENSITY}
        shownId={view.preview ?? null}
      />
      {query.isFetchingNextPage ? <AssetsSkeleton {...shapeOf(view)} /> : null}
    </div>
  );
}

function shapeOf({ layout = 'grid', density = USUAL_DENSITY }: AssetsView) {
  return { layout, density };
}
