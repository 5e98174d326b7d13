import {
  AssetAvailabilityChangedV1,
  AssetCreatedV1,
  AssetDeletedV1,
  AssetRightsChangedV1,
  AssetUpdatedV1,
  type CloudEvent,
} from '@vitrine/contracts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import type { Facts } from './peers.ts';

export const CHANGES = [AssetCreatedV1, AssetUpdatedV1, AssetAvailabilityChangedV1, AssetRightsChangedV1];
/** What asset tells of a change. */
export const changed = (facts: Facts, definition: (typeof CHANGES)[number] = AssetUpdatedV1): CloudEvent => {
  const { crc32: _crc32, objectKey: _objectKey, createdAt: _createdAt, reason: _reason, ...data } = facts;
  return aCloudEvent(definition, { subject: facts.assetId, data: { ...data, actorId: null } });
};

/** What asset tells at the end. */
export const deleted = ({ assetId, accountId, domainId, version, fileName }: Facts): CloudEvent => {
  const data = { assetId, accountId, domainId, version, fileName, actorId: null };
  return aCloudEvent(AssetDeletedV1, { subject: assetId, data });
};
