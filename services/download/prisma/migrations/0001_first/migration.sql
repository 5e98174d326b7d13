CREATE TABLE download (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  ticket_hash text NOT NULL UNIQUE,
  kind text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  byte_size bigint NOT NULL,
  etag text NOT NULL,
  entry_count integer NOT NULL,
  -- Compressed by us: a second time would only cost.
  entries bytea NOT NULL,
  taker jsonb NOT NULL,
  account_id uuid,
  share_id uuid,
  invitation_id uuid,
  state text NOT NULL,
  sent_ranges jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL,
  start_by timestamptz(3) NOT NULL,
  started_at timestamptz(3),
  resumable_until timestamptz(3) NOT NULL
);
ALTER TABLE download ALTER COLUMN entries SET STORAGE EXTERNAL;
CREATE INDEX download_by_end ON download (resumable_until);
