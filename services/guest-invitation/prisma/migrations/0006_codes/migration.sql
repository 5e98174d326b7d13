-- The codes that guests are sent by mail: one row for each that was asked for, by a browser whose secret is kept as a
-- hash. Codes are kept as slow hashes; tries are counted here, so that no more than a few are had, however many at once.
CREATE TABLE guest_code (
  id             uuid PRIMARY KEY,
  invitation_id  uuid NOT NULL REFERENCES invitation (id) ON DELETE CASCADE,
  secret_version integer NOT NULL,
  browser_hash   text NOT NULL UNIQUE,
  code_hashes    text[] NOT NULL DEFAULT '{}',
  tries          integer NOT NULL DEFAULT 0,
  asked_at       timestamptz(3) NOT NULL,
  expires_at     timestamptz(3) NOT NULL,
  used_at        timestamptz(3)
);
CREATE INDEX guest_code_of_invitation ON guest_code (invitation_id, asked_at);
CREATE INDEX guest_code_asked_at ON guest_code (asked_at);
