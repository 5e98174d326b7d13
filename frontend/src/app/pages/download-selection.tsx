import { IconDownload } from '@tabler/icons-react';
import { words } from '../../features/download-assets/words.ts';
import type { Selection } from '../../features/select-assets/selection.ts';
import { IconAction } from '../../shared/ui/icon-action.tsx';

type Props = {
  selection: Pick<Selection, 'chosen'>;
  isPreparing: boolean;
  onDownload: () => void;
};

/** The download icon of a toolbar, for all that is selected. */
export function DownloadSelection({ selection, isPreparing, onDownload }: Props) {
  const hasNone = selection.chosen.size === 0;
  return (
    <IconAction
      label={words.download}
      hint={hasNone ? words.selectFirst : words.download}
      size={36}
      variant="default"
      isDisabled={hasNone}
      loading={isPreparing}
      onClick={onDownload}
    >
      <IconDownload size={20} stroke={1.5} aria-hidden />
    </IconAction>
  );
}
