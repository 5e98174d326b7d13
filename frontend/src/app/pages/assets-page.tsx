import { useDocumentTitle } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import { hasFilter } from '../../features/browse-assets/assets-view.ts';
import { useAssets } from '../../features/browse-assets/browse-assets-api.ts';
import { useAssetsView } from '../../features/browse-assets/use-assets-view.ts';
import { words as browseWords } from '../../features/browse-assets/words.ts';
import { SelectVisible } from '../../features/select-assets/select-visible.tsx';
import { useSelection } from '../../features/select-assets/use-selection.ts';
import { UploadButton } from '../../features/upload-assets/upload-button.tsx';
import { useSession } from '../../shared/session/session-api.ts';
import { PageState } from '../../shared/ui/page-state.tsx';
import { AssetsContent } from './assets-content.tsx';
import classes from './assets-page.module.css';
import { AssetsToolbar } from './assets-toolbar.tsx';
import { OpenPreview } from './open-preview.tsx';
import { useAssetsKeys } from './use-assets-keys.ts';
import { words } from './words.ts';

export function AssetsPage() {
  const { currentDomainId } = useSession();
  if (currentDomainId === null) {
    return <PageState title={browseWords.noDomainTitle}>{browseWords.noDomainWords}</PageState>;
  }
  return <DomainAssets key={currentDomainId} domainId={currentDomainId} />;
}

function DomainAssets({ domainId }: { domainId: string }) {
  const [view, changeView] = useAssetsView();
  const query = useAssets(domainId, view);
  const [selection, actions] = useSelection(domainId);
  const listed = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const openPreview = useCallback((preview: string) => changeView({ preview }), [changeView]);
  const total = query.data?.pages[0]?.total;
  useDocumentTitle(words.pageTitle(words.assets));
  useAssetsKeys(listed, actions);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{words.assets}</h1>
        <UploadButton domainId={domainId} />
      </header>
      <AssetsToolbar view={view} onChangeView={changeView} selection={selection} onClear={actions.clear} />
      <div className={classes.listHead}>
        <span className={classes.total} role="status">
          {total === undefined ? null : browseWords.count(total)}
        </span>
        <SelectVisible listed={listed} selection={selection} actions={actions} />
      </div>
      <AssetsContent
        query={query}
        listed={listed}
        view={view}
        selection={selection}
        actions={actions}
        onPreview={openPreview}
        onClearFilters={hasFilter(view) ? () => changeView({ q: '', kind: '', availability: '' }) : undefined}
      />
      {view.preview === undefined ? null : (
        <OpenPreview
          assetId={view.preview}
          listed={listed}
          onShow={openPreview}
          onClose={() => changeView({ preview: '' })}
        />
      )}
    </div>
  );
}
