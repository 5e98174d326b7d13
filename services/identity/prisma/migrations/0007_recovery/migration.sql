-- A password that an administrator set ends, unless its person replaces it. Those of before go on.
ALTER TABLE person ADD COLUMN password_ends_at timestamptz(3);

-- What a new password was asked for by, whether or not it is the address of anybody, until it is looked at.
CREATE TABLE recovery_request (
  id           bigserial PRIMARY KEY,
  email        text NOT NULL,
  language     text NOT NULL,
  requested_at timestamptz(3) NOT NULL
);

-- A person who may set a new password by the secret of that hash, once. The secret is made as its mail goes out.
CREATE TABLE recovery (
  id           uuid PRIMARY KEY,
  user_id      uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  requested_at timestamptz(3) NOT NULL,
  secret_hash  text UNIQUE,
  ends_at      timestamptz(3) NOT NULL
);
CREATE INDEX recovery_user_id ON recovery (user_id);
