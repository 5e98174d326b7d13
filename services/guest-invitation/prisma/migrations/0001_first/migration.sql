CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  share_id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  user_id uuid,
  email text NOT NULL,
  name text,
  version integer NOT NULL,
  secret_hash text UNIQUE,
  secret_version integer NOT NULL,
  duration_days integer NOT NULL,
  invited_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  message text,
  has_share_message boolean NOT NULL,
  invited_by_id uuid NOT NULL,
  invited_by_name text NOT NULL,
  opened_at timestamptz(3),
  downloads integer NOT NULL,
  is_expiry_told boolean NOT NULL,
  removed_at timestamptz(3)
);
-- A guest is one guest of a share, whoever invites at the same time.
CREATE UNIQUE INDEX invitation_of_address ON invitation (share_id, lower(email)) WHERE removed_at IS NULL;
CREATE INDEX invitation_of_user ON invitation (user_id, invited_at DESC) WHERE user_id IS NOT NULL;
CREATE INDEX invitation_to_expire ON invitation (expires_at) WHERE removed_at IS NULL AND NOT is_expiry_told;

CREATE TABLE mail_send (
  id uuid PRIMARY KEY,
  invitation_id uuid NOT NULL REFERENCES invitation (id),
  state text NOT NULL,
  attempts integer NOT NULL,
  next_at timestamptz(3) NOT NULL,
  locked_until timestamptz(3),
  error text,
  created_at timestamptz(3) NOT NULL,
  sent_at timestamptz(3)
);
CREATE INDEX mail_send_of_invitation ON mail_send (invitation_id, created_at DESC, id DESC);
CREATE INDEX mail_send_to_do ON mail_send (next_at) WHERE state = 'queued';

CREATE TABLE known_user (
  user_id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  version integer NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  is_disabled boolean NOT NULL
);
CREATE INDEX known_user_by_address ON known_user (account_id, lower(email));

CREATE TABLE deleted_share (share_id uuid PRIMARY KEY);
