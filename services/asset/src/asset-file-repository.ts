import { inParts } from '@vitrine/platform/schedule/slices.ts';
import { Prisma } from '../prisma/generated/client.ts';
import type { Asset, KeptAvailability } from './asset.ts';
import type { Client } from './asset-repository.ts';

/** What a download needs of an asset; nothing else is read. */
export type FileOfAsset = Pick<
  Asset,
  | 'id'
  | 'accountId'
  | 'domainId'
  | 'fileName'
  | 'mediaType'
  | 'byteSize'
  | 'crc32'
  | 'sha256'
  | 'objectKey'
  | 'availability'
  | 'expiresAt'
  | 'shareable'
> & {
  /** In ms since 1970. */
  createdAt: number;
};

const SEPARATOR = '\t';
const MILLISECONDS = (column: string): string => `(date_part('epoch', ${column}) * 1000)::text`;

/** None of these is null. Only what people wrote can have a separator in it, and is quoted then. */
const FIELDS = {
  id: 'id::text',
  accountId: 'account_id::text',
  domainId: 'domain_id::text',
  fileName: `CASE WHEN strpos(file_name, E'${SEPARATOR}') > 0 OR starts_with(file_name, '"')
    THEN to_json(file_name)::text ELSE file_name END`,
  mediaType: 'media_type',
  byteSize: 'byte_size::text',
  crc32: 'crc32::text',
  sha256: 'sha256',
  objectKey: 'object_key',
  availability: 'availability',
  expiresAt: `coalesce(${MILLISECONDS('expires_at')}, '')`,
  shareable: "CASE WHEN shareable THEN 't' ELSE 'f' END",
  createdAt: MILLISECONDS('created_at'),
} satisfies Record<keyof FileOfAsset, string>;

type Packed = Record<keyof FileOfAsset, string | null>;

const PACKED = Prisma.raw(
  Object.entries(FIELDS)
    .map(([field, value]) => `string_agg(${value}, E'${SEPARATOR}') AS "${field}"`)
    .join(', '),
);

/**
 * Two connections at work on the parts, while those that came are unpacked, take half as long as one on all. A part is
 * small enough to be unpacked in some ms.
 */
const IN_PARTS = { size: 5_000, atATime: 2 };

export const assetFileRepository = (client: Client) => ({
  /**
   * In no order. The values of a field come as one text: 20,000 rows of their own take four times as long, most of it in
   * what is made of each value on its way.
   */
  byIds: async (ids: readonly string[]): Promise<FileOfAsset[]> => {
    const parts = await inParts(ids, IN_PARTS, (part) => filesOf(client, part));
    return parts.flat();
  },
});

const filesOf = async (client: Client, ids: readonly string[]): Promise<FileOfAsset[]> => {
  const [row] = await client.$queryRaw<Packed[]>`
    SELECT ${PACKED} FROM asset WHERE id = ANY(${`{${ids.join(',')}}`}::uuid[])`;
  return row === undefined ? [] : unpacked(row);
};

const unpacked = (packed: Packed): FileOfAsset[] => {
  const columns = Object.fromEntries(
    Object.entries(packed).map(([field, text]) => [field, text === null ? [] : text.split(SEPARATOR)]),
  ) as Record<keyof Packed, string[]>;
  const { length } = columns.id;
  if (Object.values(columns).some((column) => column.length !== length))
    throw new Error('The files of assets were not read whole.');
  // By name each: a lookup by a name that changes takes longer than all else here.
  const { accountId, domainId, fileName, mediaType, byteSize, crc32, sha256, objectKey } = columns;
  const { availability, expiresAt, shareable, createdAt } = columns;
  return columns.id.map((id, place) => ({
    id,
    accountId: accountId[place] ?? '',
    domainId: domainId[place] ?? '',
    fileName: unquoted(fileName[place] ?? ''),
    mediaType: mediaType[place] ?? '',
    byteSize: Number(byteSize[place]),
    crc32: Number(crc32[place]),
    sha256: sha256[place] ?? '',
    objectKey: objectKey[place] ?? '',
    availability: (availability[place] ?? '') as KeptAvailability,
    expiresAt: dateOf(expiresAt[place] ?? ''),
    shareable: shareable[place] === 't',
    createdAt: Math.round(Number(createdAt[place])),
  }));
};

const unquoted = (name: string): string => (name.startsWith('"') ? (JSON.parse(name) as string) : name);

const dateOf = (milliseconds: string): Date | null =>
  milliseconds === '' ? null : new Date(Math.round(Number(milliseconds)));
