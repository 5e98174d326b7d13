import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

import { kindOf } from '../media-type/asset-kind.ts';
import { renderRenditions } from '../renditions/render.ts';
import type { RenditionSource } from '../renditions/render.ts';
import type { PictureName } from '../asset.ts';
import type { RenditionResult } from '../renditions/rendition.ts';

export type RenditionWorkbench = {
  folder: string;
  render: (
    content: Uint8Array,
    mediaType: string,
    more?: Partial<RenditionSource>,
  ) => Promise<RenditionResult>;
  renderFile: (sourcePath: string, mediaType: string) => Promise<RenditionResult>;
  read: (result: RenditionResult, picture: PictureName) => Sharp;
  lastOutputFolder: () => string;
  close: () => Promise<void>;
};

/** A folder of its own in which real files are drawn. */
export const aWorkbench = async (): Promise<RenditionWorkbench> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitrine-renditions-'));
  let count = 0;
  const outputFolderOf = (index: number): string => path.join(folder, `out-${index}`);
  const source = (sourcePath: string, mediaType: string): RenditionSource => ({
    ...{ sourcePath, mediaType, kind: kindOf(mediaType) },
    outputFolder: outputFolderOf(count),
  });
  return {
    folder,
    render: async (content, mediaType, more) => {
      count += 1;
      const sourcePath = path.join(folder, `source-${count}`);
      await writeFile(sourcePath, content);
      return renderRenditions({ ...source(sourcePath, mediaType), ...more });
    },
    renderFile: (sourcePath, mediaType) => renderRenditions(source(sourcePath, mediaType)),
    read: (result, picture) => {
      const drawn = result.isRendered ? result[picture] : undefined;
      if (!drawn) throw new Error(`There is no ${picture}: ${JSON.stringify(result)}`);
      return sharp(drawn.path);
    },
    lastOutputFolder: () => outputFolderOf(count),
    close: () => rm(folder, { recursive: true, force: true }),
  };
};
