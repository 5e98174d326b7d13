import { Button, Tooltip } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { words } from '../../../features/browse-shared-assets/words.ts';
import { words as removeWords } from '../../../features/remove-from-share/words.ts';
import { SelectionSummary } from '../../../features/select-assets/selection-summary.tsx';
import toolbarClasses from '../assets-toolbar.module.css';
import { DownloadSelection } from '../download-selection.tsx';
import classes from './share-toolbar.module.css';
import type { useSharedAssetsPage } from './use-shared-assets-page.ts';

type Props = {
  page: ReturnType<typeof useSharedAssetsPage>;
  /** Only for who manages the share. */
  removal?: { isRemoving: boolean; onRemove: () => void };
  /** More that can be done, apart from what is selected. */
  children?: ReactNode;
};

/** Stays in view above the assets: what is selected and what can be done with it, and with all of them. */
export function ShareToolbar({ page, removal, children }: Props) {
  const { listed, isPreparing, downloadAll } = page;
  const hasNothing = !listed.some(({ downloadable }) => downloadable);
  return (
    <div className={toolbarClasses.toolbar} role="toolbar" aria-label={words.toolbar}>
      <SelectionTools page={page} removal={removal} />
      <div className={classes.all}>
        {children}
        <Tooltip label={words.nothingToDownload} disabled={!hasNothing}>
          <Button
            // The one clear action of who cannot add anything.
            variant={children === undefined ? 'filled' : 'default'}
            aria-disabled={hasNothing}
            data-disabled={hasNothing}
            loading={isPreparing}
            leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
            onClick={hasNothing ? undefined : downloadAll}
          >
            {words.downloadAll}
          </Button>
        </Tooltip>
      </div>
    </div>
  );
}

function SelectionTools({ page, removal }: { page: Props['page']; removal: Props['removal'] }) {
  const { selection, selecting, download, isPreparing } = page;
  const hasNone = selection.chosen.size === 0;
  return (
    <div className={toolbarClasses.selection} data-none={hasNone || undefined}>
      <SelectionSummary selection={selection} onClear={selecting.clear} />
      <DownloadSelection
        selection={selection}
        isPreparing={isPreparing}
        onDownload={() => download([...selection.chosen.keys()])}
      />
      {removal === undefined ? null : (
        <Tooltip label={removeWords.selectFirst} disabled={!hasNone}>
          <Button
            variant="default"
            aria-disabled={hasNone}
            data-disabled={hasNone}
            loading={removal.isRemoving}
            leftSection={<IconTrash size={18} stroke={1.5} aria-hidden />}
            aria-label={removeWords.remove}
            onClick={hasNone ? undefined : removal.onRemove}
          >
            <span className={classes.long}>{removeWords.remove}</span>
            <span className={classes.short}>{removeWords.removeShort}</span>
          </Button>
        </Tooltip>
      )}
    </div>
  );
}
