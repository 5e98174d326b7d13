import type { CSSProperties, ComponentProps } from 'react';
import classes from './picture.module.css';

type Props = Omit<ComponentProps<'img'>, 'className' | 'alt' | 'children'>;

/** A picture whole on its mat, never cropped. The name beside it says what it is. */
export function Picture(props: Props) {
  return <img {...props} className={classes.picture} alt="" decoding="async" draggable={false} />;
}

/** Where a picture will be. One without a size takes no place until then. */
export function PicturePlace({ style }: { style: CSSProperties | undefined }) {
  return style === undefined ? null : <span className={classes.place} style={style} />;
}
