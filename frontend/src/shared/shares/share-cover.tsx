import { IconPhotoOff } from '@tabler/icons-react';
import { Picture } from '../ui/picture.tsx';
import classes from './share-cover.module.css';

const PICTURES_MAX = 4;

type Props = { urls: readonly string[]; isMuted?: boolean; iconSize?: number };

/** Up to four pictures of a share, each whole on its mat. */
export function ShareCover({ urls, isMuted = false, iconSize = 32 }: Props) {
  const shown = urls.slice(0, PICTURES_MAX);
  return (
    <span className={classes.cover} data-count={shown.length} data-muted={isMuted || undefined} aria-hidden>
      {shown.length === 0 ? <IconPhotoOff size={iconSize} stroke={1.25} /> : null}
      {shown.map((url) => (
        <span key={url} className={classes.mat}>
          <Picture src={url} loading="lazy" />
        </span>
      ))}
    </span>
  );
}
