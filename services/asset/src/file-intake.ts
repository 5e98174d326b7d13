import type { AssetView } from '@vitrine/contracts';
import type { Readable } from 'node:stream';
import type { AssetTransaction } from './asset-repository.ts';

/** What is told of a file that is to become an asset. */
export interface FileIntake extends FileDescription {
  /** As a browser or a folder calls it; it is made safe here. */
  fileName: string;
}

/** What may be told behind the content of a file. */
export interface FileDescription {
  accountId: string;
  domainId: string;
  /** Null where a system brings it. */
  createdBy: string | null;
  /** The readable part of the file name when left out. */
  title?: string | undefined;
  tags?: readonly string[];
  /** Taken as soon as the pictures are made; `available` when left out. */
  availability?: 'available' | 'unavailable';
  expiresAt?: Date | null;
  /** True when left out. */
  shareable?: boolean;
}

export interface IntakeOptions {
  /** Leave it where the domain holds the same content under the same name. */
  skipsDoubles?: boolean;
  /** What is to be true together with the asset: in its transaction. Where it rejects there is no asset. */
  together?: (ports: AssetTransaction, assetId: string) => Promise<void>;
  /** Gives the asset of the first time where the same file was brought before, by what the file turned out to be. */
  once?: (
    file: { domainId: string; fileName: string; title: string; sha256: string },
    make: () => Promise<IntakeResult>,
  ) => Promise<IntakeResult>;
}

export interface IntakeResult {
  asset: AssetView;
  /** False where it was a double. */
  isNew: boolean;
}

/**
 * Stores a file and makes it an asset, or leaves nothing behind.
 * @param describe asked when the content is stored; where it rejects, what brought the file was cut off or wrong
 * @throws AppError `invalid-file-name`, `empty-file`, `too-large`, `upload-incomplete`
 */
export type IngestFile = (
  fileName: string,
  content: Readable,
  describe: () => FileDescription | Promise<FileDescription>,
  options?: IntakeOptions,
) => Promise<IntakeResult>;
