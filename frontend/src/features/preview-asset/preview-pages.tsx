import { Loader } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { pageUrl } from '@vitrine/contracts';
import { useEffect, useState } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { frameOf } from './frame.ts';
import { LostPicture } from './lost-picture.tsx';
import { type Through, usePages } from './preview-asset-api.ts';
import classes from './preview-pages.module.css';
import { turnedTo } from './turn-page.ts';
import { words } from './words.ts';
import { ZoomedPicture } from './zoomed-picture.tsx';

type Props = { asset: Asset; through: Through };

/** What shows pages: a document whose first page could be drawn. */
export const hasPages = ({ kind, previewUrl }: Asset): boolean => kind === 'pdf' && previewUrl !== null;

/** A document, page by page. */
export function PreviewPages({ asset, through }: Props) {
  const [page, setPage] = useState(1);
  const pages = usePages(asset, through).data;
  const shownCount = pages?.shownCount ?? 1;
  const turn = (to: Parameters<typeof turnedTo>[1]) => () => setPage(turnedTo(page, to, shownCount));
  useHotkeys([
    ['PageDown', turn('next')],
    ['PageUp', turn('previous')],
    ['Home', turn('first')],
    ['End', turn('last')],
  ]);
  return (
    <div className={classes.pages}>
      <Page key={page} asset={asset} page={page} isLast={page >= shownCount} />
      <div className={classes.bar} role="group" aria-label={words.pages} hidden={shownCount === 1}>
        <IconAction label={words.previousPage} isDisabled={page === 1} onClick={turn('previous')}>
          <IconChevronUp size={18} stroke={1.5} aria-hidden />
        </IconAction>
        <span role="status" className={classes.place}>
          {words.pageOf(page, pages?.pageCount ?? 1)}
        </span>
        <IconAction label={words.nextPage} isDisabled={page >= shownCount} onClick={turn('next')}>
          <IconChevronDown size={18} stroke={1.5} aria-hidden />
        </IconAction>
      </div>
      {page === shownCount && pages !== undefined && pages.pageCount > shownCount ? (
        <p className={classes.more}>{words.morePages(shownCount)}</p>
      ) : null}
    </div>
  );
}

/** One page; it may have to be drawn first. The one after it is asked for as soon as this one is there. */
function Page({ asset, page, isLast }: { asset: Asset; page: number; isLast: boolean }) {
  const [state, setState] = useState<'waiting' | 'read' | 'failed'>('waiting');
  const preview = asset.previewUrl ?? '';
  useEffect(() => {
    if (state === 'read' && !isLast) new Image().src = pageUrl(preview, page + 1);
  }, [state, isLast, preview, page]);
  if (state === 'failed') {
    return <LostPicture sentence={words.noPage(page)} onRetry={() => setState('waiting')} />;
  }
  return (
    <div className={classes.page} aria-busy={state === 'waiting'}>
      <ZoomedPicture
        asset={asset}
        url={pageUrl(preview, page)}
        // Its first page says nothing of the shape of the others.
        frame={page === 1 ? frameOf(asset) : {}}
        alt={page === 1 ? asset.title : words.pageAlt(asset.title, page)}
        onRead={() => setState('read')}
        onFailed={() => setState('failed')}
      />
      {state === 'waiting' ? <Loader className={classes.loader ?? ''} size="sm" aria-hidden /> : null}
    </div>
  );
}
