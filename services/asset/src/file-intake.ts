import type { AssetView } from '@vitrine/contracts';
import type { Readable } from 'node:stream';
import type { AssetTransaction } from './asset-repository.ts';

/** What is told of a file that is to become an asset. */
export interface FileIntake {
  accountId: string;
  domainId: string;
  /** Null where a system brings it. */
  createdBy: string | null;
  /** As a browser or a folder calls it; it is made safe here. */
  fileName: string;
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
  /** Rejects where what brought the file was cut off or wrong behind it: then nothing is kept. */
  isWhole?: () => Promise<unknown>;
}

export interface IntakeResult {
  asset: AssetView;
  /** False where it was a double. */
  isNew: boolean;
}

/**
 * Stores a file and makes it an asset, or leaves nothing behind.
 * @throws AppError `invalid-file-name`, `empty-file`, `too-large`, `upload-incomplete`
 */
export type IngestFile = (
  file: FileIntake,
  content: Readable,
  options?: IntakeOptions,
) => Promise<IntakeResult>;
