import { Modal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { DownloadAction } from '../../shared/assets/asset-controls.tsx';
import type { Asset } from '../../shared/assets/asset.ts';
import { obstacleOf } from '../../shared/assets/asset.ts';
import { dimensionsOf } from '../../shared/assets/dimensions.ts';
import { fileTypeOf } from '../../shared/assets/file-type.ts';
import { words as assetWords } from '../../shared/assets/words.ts';
import { formatDay } from '../../shared/format/format-date.ts';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { FactsRow } from '../../shared/ui/facts-row.tsx';
import factsClasses from '../../shared/ui/facts.module.css';
import { FileName } from '../../shared/ui/file-name.tsx';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { ToldChanges } from '../../shared/ui/told-changes.tsx';
import { useReturnFocus } from '../../shared/ui/use-return-focus.ts';
import { neighboursOf } from './neighbours.ts';
import classes from './preview-dialog.module.css';
import { PreviewPlayer, isPlayed } from './preview-player.tsx';
import type { Through } from './preview-asset-api.ts';
import { PreviewPages, hasPages } from './preview-pages.tsx';
import { PreviewPicture } from './preview-picture.tsx';
import { words } from './words.ts';

type Props = {
  asset: Asset;
  through: Through;
  /** The ids of the list that it was opened from, in its order. */
  listedIds: readonly string[];
  onShow: (assetId: string) => void;
  onDownload: (asset: Asset) => void;
  /** Why nothing can be downloaded any more, where that is so. */
  whyNot?: string | undefined;
  onClose: () => void;
};

/** In a player the arrows are its own. */
const KEPT_BY = ['INPUT', 'TEXTAREA', 'SELECT', 'VIDEO', 'AUDIO'];

/** One asset, as large as the window allows. */
export function PreviewDialog({ asset, through, listedIds, onShow, onClose, ...download }: Props) {
  const { previous, next } = neighboursOf(listedIds, asset.id);
  const factsId = useId();
  const show = (id: string | null) => () => {
    if (id !== null) onShow(id);
  };
  useReturnFocus(() => document.querySelector(`[data-opens="${asset.id}"]`));
  useHotkeys(
    [
      ['ArrowLeft', show(previous)],
      ['ArrowRight', show(next)],
    ],
    KEPT_BY,
  );
  return (
    <Modal.Root
      opened
      fullScreen
      onClose={onClose}
      transitionProps={{ transition: 'fade', duration: 140 }}
      // Mantine gives a className of Modal.Content to the element around it too.
      classNames={{ content: classes.content }}
    >
      <Modal.Content radius={0} aria-label={words.preview(asset.fileName)}>
        <PreviewHead asset={asset} factsId={factsId} onClose={onClose} {...download} />
        <ToldChanges of={asset.id} text={[asset.fileName, ...factsOf(asset)].filter(Boolean).join(', ')} />
        {/* The keys of the preview are there at once; the first button would take the space bar for itself. */}
        <div className={classes.stage} tabIndex={-1} data-autofocus role="group" aria-labelledby={factsId}>
          <IconAction
            label={words.previous}
            size={44}
            isDisabled={previous === null}
            onClick={show(previous)}
          >
            <IconChevronLeft size={24} stroke={1.5} aria-hidden />
          </IconAction>
          <Shown key={asset.id} asset={asset} through={through} />
          <IconAction label={words.next} size={44} isDisabled={next === null} onClick={show(next)}>
            <IconChevronRight size={24} stroke={1.5} aria-hidden />
          </IconAction>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function Shown({ asset, through }: Pick<Props, 'asset' | 'through'>) {
  if (isPlayed(asset)) return <PreviewPlayer asset={asset} through={through} />;
  if (hasPages(asset)) return <PreviewPages asset={asset} through={through} />;
  return <PreviewPicture asset={asset} through={through} />;
}

type HeadProps = Pick<Props, 'asset' | 'onDownload' | 'whyNot' | 'onClose'> & { factsId: string };

function PreviewHead({ asset, factsId, onDownload, whyNot, onClose }: HeadProps) {
  return (
    <div className={classes.head}>
      <PreviewFacts asset={asset} id={factsId} />
      {asset.downloadable ? (
        <DownloadAction
          {...{ fileName: asset.fileName, size: 36, iconSize: 20, whyNot }}
          onDownload={() => onDownload(asset)}
        />
      ) : null}
      <IconAction label={words.close} size={36} onClick={onClose}>
        <IconX size={20} stroke={1.5} aria-hidden />
      </IconAction>
    </div>
  );
}

function PreviewFacts({ asset, id }: { asset: Asset; id: string }) {
  return (
    <div className={classes.facts}>
      <h2 className={classes.title}>
        <FileName>{asset.fileName}</FileName>
      </h2>
      <p id={id} className={`${factsClasses.line} ${classes.line}`}>
        <FactsRow facts={factsOf(asset)} />
      </p>
    </div>
  );
}

function factsOf(asset: Asset): (string | null)[] {
  const obstacle = obstacleOf(asset);
  return [
    asset.title,
    fileTypeOf(asset),
    dimensionsOf(asset),
    formatByteSize(asset.byteSize),
    words.added(formatDay(asset.createdAt)),
    obstacle === null ? null : assetWords.availabilities[obstacle],
    asset.shareable ? null : assetWords.notShareable,
  ];
}
