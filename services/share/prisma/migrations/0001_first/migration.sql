CREATE TABLE share (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  owner_name text NOT NULL,
  owner_email text NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  description text NOT NULL,
  enabled boolean NOT NULL,
  invitation_message text,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  deleted_at timestamptz(3)
);
CREATE INDEX share_of_owner ON share (owner_id, updated_at DESC, id DESC) WHERE deleted_at IS NULL;

CREATE TABLE share_asset (
  share_id uuid NOT NULL REFERENCES share (id),
  asset_id uuid NOT NULL,
  position integer NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamptz(3) NOT NULL,
  PRIMARY KEY (share_id, asset_id)
);
CREATE UNIQUE INDEX share_asset_in_order ON share_asset (share_id, position) INCLUDE (asset_id);
CREATE INDEX share_asset_of_asset ON share_asset (asset_id);

CREATE TABLE known_asset (
  asset_id uuid PRIMARY KEY,
  version integer NOT NULL,
  is_deleted boolean NOT NULL,
  file_name text NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  media_type text NOT NULL,
  byte_size bigint NOT NULL,
  sha256 text NOT NULL,
  width integer,
  height integer,
  availability text NOT NULL,
  expires_at timestamptz(3),
  shareable boolean NOT NULL,
  has_thumbnail boolean NOT NULL,
  has_preview boolean NOT NULL,
  created_at timestamptz(3) NOT NULL
);

CREATE TABLE known_account (
  account_id uuid PRIMARY KEY,
  version integer NOT NULL,
  shares_enabled boolean NOT NULL
);

CREATE TABLE known_user (
  user_id uuid PRIMARY KEY,
  version integer NOT NULL,
  is_disabled boolean NOT NULL
);
