-- The domain that an asset belongs to, for good; null where it was not asked for yet.
ALTER TABLE known_asset ADD COLUMN domain_id uuid;
