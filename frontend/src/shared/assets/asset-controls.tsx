import { CheckIcon } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ChangeEvent, MouseEvent, ReactNode } from 'react';
import { useHint } from '../ui/use-hint.tsx';
import classes from './asset-controls.module.css';
import { words } from './words.ts';

// There are hundreds of these in a list, drawn while it is scrolled: they look and act as those of Mantine, and are
// plain elements, which take a fraction of the time.

/** A reason can be longer than a line. */
const LINES = { multiline: true, maw: 320 } as const;

type PictureProps = {
  assetId: string;
  fileName: string;
  /** What is to be known of it, such as why it cannot be had: for whoever goes from one to the next by keys. */
  told?: string | undefined;
  className: string | undefined;
  onOpen: (event: MouseEvent) => void;
  children: ReactNode;
};

/** The picture of an asset, which opens its preview. The arrow keys lead from one to the next. */
export function OpenPicture({ assetId, fileName, told, className, onOpen, children }: PictureProps) {
  return (
    <button
      type="button"
      className={className}
      data-asset-focus
      data-opens={assetId}
      aria-label={words.preview(fileName)}
      aria-description={told}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}

type SelectProps = {
  fileName: string;
  checked: boolean;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  disabled?: boolean;
  className?: string | undefined;
  'aria-describedby'?: string;
};

/** The box that selects an asset. */
export function SelectBox({ fileName, className = '', ...input }: SelectProps) {
  return (
    <span className={`${classes.select} ${className}`}>
      <input
        {...input}
        type="checkbox"
        className={`mantine-focus-auto ${classes.box}`}
        aria-label={words.select(fileName)}
      />
      {input.checked ? <CheckIcon className={classes.tick} /> : null}
    </span>
  );
}

type DownloadProps = {
  fileName: string;
  size?: number;
  iconSize?: number;
  className?: string | undefined;
  /** Why it cannot be downloaded, where that is so: whoever presses it all the same is told. */
  whyNot?: string | undefined;
  onDownload: () => void;
};

/** The icon that downloads an asset. */
export function DownloadAction({
  fileName,
  size = 32,
  iconSize = 18,
  className = '',
  whyNot,
  onDownload,
}: DownloadProps) {
  const { pointed, hint } = useHint<HTMLButtonElement>(
    whyNot ?? words.download(fileName),
    whyNot === undefined ? undefined : LINES,
  );
  return (
    <>
      <button
        {...pointed}
        type="button"
        className={`mantine-focus-auto mantine-active ${classes.action} ${className}`}
        style={{ width: size, height: size }}
        aria-label={words.download(fileName)}
        aria-disabled={whyNot !== undefined || undefined}
        aria-description={whyNot}
        onClick={onDownload}
      >
        <IconDownload size={iconSize} stroke={1.5} aria-hidden />
      </button>
      {hint}
    </>
  );
}
