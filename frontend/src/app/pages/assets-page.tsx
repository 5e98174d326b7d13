import { useDocumentTitle } from '@mantine/hooks';
import { useDeferredValue } from 'react';
import { hasFilter } from '../../features/browse-assets/assets-view.ts';
import { useAssets } from '../../features/browse-assets/use-assets.ts';
import { useAssetsView } from '../../features/browse-assets/use-assets-view.ts';
import { words as browseWords } from '../../features/browse-assets/words.ts';
import { UploadButton } from '../../features/upload-assets/upload-button.tsx';
import { useSession } from '../../shared/session/session-api.ts';
import { useShowPreview } from '../../shared/state/use-show-preview.ts';
import { PageState } from '../../shared/ui/page-state.tsx';
import { AssetsContent } from './assets-content.tsx';
import { AssetsListHead } from './assets-list-head.tsx';
import classes from './assets-page.module.css';
import { AssetsToolbar } from './assets-toolbar.tsx';
import { OpenPreview } from './open-preview.tsx';
import { useAssetsSelection } from './use-assets-selection.ts';
import { words } from './words.ts';

export function AssetsPage() {
  const { currentDomainId } = useSession();
  if (currentDomainId === null) {
    return (
      <PageState isPage title={browseWords.noDomainTitle}>
        {browseWords.noDomainWords}
      </PageState>
    );
  }
  return <DomainAssets key={currentDomainId} domainId={currentDomainId} />;
}

function DomainAssets({ domainId }: { domainId: string }) {
  const [view, changeView] = useAssetsView();
  const query = useAssets(domainId, view);
  const { listed, total } = query;
  const selecting = useAssetsSelection({ domainId, view, query });
  const { selection, actions, all, clear, addUnread, forgetDeleted } = selecting;
  const showPreview = useShowPreview();
  // What was pressed shows it first; the toolbar follows with the next frame.
  const toolbarSelection = useDeferredValue(selection);
  // So does a list that is to be drawn in another way.
  const drawnView = useDeferredValue(view);
  useDocumentTitle(words.pageTitle(words.assets));
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{words.assets}</h1>
        <UploadButton domainId={domainId} />
      </header>
      <AssetsToolbar
        view={view}
        onChangeView={changeView}
        selection={toolbarSelection}
        onClear={clear}
        onRefused={forgetDeleted}
      />
      <AssetsListHead {...{ listed, total, selection, actions, all, view }} onChangeView={changeView} />
      <AssetsContent
        query={query}
        view={drawnView}
        selection={selection}
        actions={actions}
        addUnread={addUnread}
        onPreview={showPreview}
        onClearFilters={hasFilter(view) ? () => changeView({ q: '', kind: '', availability: '' }) : undefined}
      />
      {view.preview === undefined ? null : (
        <OpenPreview
          assetId={view.preview}
          assets={query.assets}
          reach={query.reach}
          onShow={showPreview}
          onClose={() => showPreview(null)}
        />
      )}
    </div>
  );
}
