import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { databaseUrl } from '@vitrine/platform/database/database-url.ts';
import { runSql } from '@vitrine/platform/testing/run-sql.ts';
import type { RunningVitrine } from './running-vitrine.ts';

const COPIES = `
  WITH model AS (
    SELECT asset.*, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS models
    FROM asset WHERE domain_id = $1 AND has_thumbnail AND availability = 'available'
  ), copy AS (
    SELECT gen_random_uuid() AS copy_id, number, model.*
    FROM generate_series(1, $2::int) AS number JOIN model ON place = number % models
  ), kept AS (
    INSERT INTO asset (id, account_id, domain_id, version, file_name, title, tags, kind, media_type, byte_size, sha256,
      crc32, object_key, width, height, duration_ms, availability, is_rendered, has_thumbnail, has_preview, expires_at,
      is_expiry_announced, shareable, created_by, created_at, updated_at)
    SELECT copy_id, account_id, domain_id, version, 'copy ' || lpad(number::text, 6, '0') || '.png', title, tags, kind,
      media_type, byte_size, sha256, crc32, 'copy/' || number, width, height, duration_ms, availability, is_rendered,
      has_thumbnail, has_preview, NULL, is_expiry_announced, shareable, created_by,
      created_at - number * interval '1 minute', updated_at
    FROM copy
  )
  SELECT copy_id AS "copyId", id FROM copy`;
// Their pictures are those of their models.
const PICTURES = `
  INSERT INTO rendition (asset_id, name, object_key, width, height, byte_size, etag)
  SELECT copy_id, name, object_key, width, height, byte_size, etag
  FROM unnest($1::uuid[], $2::uuid[]) AS pair (copy_id, model_id) JOIN rendition ON asset_id = model_id`;

/**
 * Puts copies of a domain's pictures into it, as many as no test could upload. Their own files are not there.
 * @returns their ids
 */
export const addManyAssets = async (
  { dataDir }: RunningVitrine,
  domainId: string,
  count: number,
): Promise<string[]> => {
  const runtime = await readFile(path.join(dataDir, 'runtime.json'), 'utf8');
  const { DATABASE_URL: serverUrl } = JSON.parse(runtime) as { DATABASE_URL: string };
  const url = databaseUrl(serverUrl, 'vitrine_asset');
  const copies = await runSql<{ copyId: string; id: string }>(url, COPIES, [domainId, count]);
  if (copies.length !== count) throw new Error(`${copies.length} assets were made instead of ${count}.`);
  await runSql(url, PICTURES, [copies.map(({ copyId }) => copyId), copies.map(({ id }) => id)]);
  return copies.map(({ copyId }) => copyId);
};
