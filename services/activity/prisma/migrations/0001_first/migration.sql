CREATE TABLE logged_event (
  id uuid PRIMARY KEY,
  type text NOT NULL,
  subject text NOT NULL,
  at timestamptz(3) NOT NULL,
  account_id uuid,
  share_id uuid,
  invitation_id uuid,
  actor text,
  guest text,
  asset_count integer,
  detail text,
  data jsonb NOT NULL
);
CREATE INDEX logged_event_of_share ON logged_event (share_id, at DESC, id DESC) WHERE share_id IS NOT NULL;
