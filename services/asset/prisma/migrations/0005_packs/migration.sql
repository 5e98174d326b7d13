-- Copies of small originals that lie together in the object store, and in which pack each is. What is packed still is
-- an object by itself.
CREATE TABLE packed_object (
    object_key text PRIMARY KEY,
    pack_key   text NOT NULL
);
CREATE INDEX packed_object_by_pack ON packed_object (pack_key);
CREATE INDEX asset_small ON asset (object_key) WHERE byte_size <= 65536;
