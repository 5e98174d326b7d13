import { Checkbox } from '@mantine/core';
import type { CheckboxProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { IconAction } from '../ui/icon-action.tsx';
import { words } from './words.ts';

type PictureProps = {
  fileName: string;
  className: string | undefined;
  onOpen: (event: MouseEvent) => void;
  children: ReactNode;
};

/** The picture of an asset, which opens its preview. The arrow keys lead from one to the next. */
export function OpenPicture({ fileName, className, onOpen, children }: PictureProps) {
  return (
    <button
      type="button"
      className={className}
      data-asset-focus
      aria-label={words.preview(fileName)}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}

/** The box that selects an asset. */
export function SelectBox({ fileName, ...rest }: CheckboxProps & { fileName: string }) {
  return <Checkbox aria-label={words.select(fileName)} {...rest} />;
}

type DownloadProps = {
  fileName: string;
  size?: number;
  iconSize?: number;
  className?: string | undefined;
  onDownload: () => void;
};

/** The icon that downloads an asset. */
export function DownloadAction({ fileName, size = 32, iconSize = 18, className, onDownload }: DownloadProps) {
  return (
    <IconAction
      label={words.download(fileName)}
      size={size}
      {...(className === undefined ? {} : { className })}
      onClick={onDownload}
    >
      <IconDownload size={iconSize} stroke={1.5} aria-hidden />
    </IconAction>
  );
}
