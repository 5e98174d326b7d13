-- The hashes of the secrets that went out with the mail of an invitation, one for each attempt that may have arrived.
CREATE TABLE link (
  secret_hash text PRIMARY KEY,
  invitation_id uuid NOT NULL REFERENCES invitation (id),
  made_at timestamptz(3) NOT NULL
);
CREATE INDEX link_of_invitation ON link (invitation_id);
INSERT INTO link SELECT secret_hash, id, invited_at FROM invitation WHERE secret_hash IS NOT NULL;
ALTER TABLE invitation DROP COLUMN secret_hash;

-- A user is one guest of a share, whatever the address.
CREATE UNIQUE INDEX invitation_of_share_user ON invitation (share_id, user_id) WHERE removed_at IS NULL;
