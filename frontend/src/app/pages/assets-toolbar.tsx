import { memo } from 'react';
import type { AssetsView } from '../../features/browse-assets/assets-view.ts';
import type { ViewChange } from '../../features/browse-assets/use-assets-view.ts';
import { ViewControls } from '../../features/browse-assets/view-controls.tsx';
import { useDownload } from '../../features/download-assets/use-download.tsx';
import type { Selection } from '../../features/select-assets/selection.ts';
import { SelectionSummary } from '../../features/select-assets/selection-summary.tsx';
import { useSession } from '../../shared/session/session-api.ts';
import classes from './assets-toolbar.module.css';
import { EditSelection } from './edit-selection.tsx';
import { DownloadSelection } from './download-selection.tsx';
import { ShareSelection } from './share-selection.tsx';
import { words } from './words.ts';

type Props = {
  view: AssetsView;
  onChangeView: (change: ViewChange) => void;
  selection: Selection;
  onClear: () => void;
  /** Answers whether it was because of assets that are there no longer, which it takes out and tells. */
  onRefused: (error: unknown) => Promise<boolean>;
};

/** Stays in view above the list: what is selected and what can be done with it, and how the list is shown. */
export const AssetsToolbar = memo(function AssetsToolbar(props: Props) {
  const { view, onChangeView, selection, onClear, onRefused } = props;
  const { account } = useSession();
  const { download, isPreparing } = useDownload({ onFailed: onRefused });
  const hasNone = selection.chosen.size === 0;
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={words.toolbar}>
      <div className={classes.selection} data-none={hasNone || undefined}>
        <SelectionSummary selection={selection} onClear={onClear} />
        <DownloadSelection
          selection={selection}
          isPreparing={isPreparing}
          onDownload={() => download([...selection.chosen.keys()])}
        />
        <EditSelection selection={selection} />
        {account.features.shares ? (
          <ShareSelection selection={selection} onDone={onClear} onRefused={onRefused} />
        ) : null}
      </div>
      <ViewControls view={view} onChange={onChangeView} />
    </div>
  );
});
