import {
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMovie,
  IconPhoto,
  IconPresentation,
  IconWaveSine,
} from '@tabler/icons-react';
import type { AssetKind } from '@vitrine/contracts';

const ICONS: Record<AssetKind, typeof IconFile> = {
  image: IconPhoto,
  video: IconMovie,
  audio: IconWaveSine,
  pdf: IconFileTypePdf,
  document: IconPresentation,
  text: IconFileText,
  archive: IconFileZip,
  other: IconFile,
};

/** What stands where a picture would be, for what has none. */
export function KindIcon({ kind, size }: { kind: AssetKind; size: number }) {
  const Icon = ICONS[kind];
  return <Icon size={size} stroke={1.25} aria-hidden />;
}
