-- What scripts act by in the name of a person: the hash of a secret, what it is for, and until when.
CREATE TABLE api_token (
  id           uuid PRIMARY KEY,
  user_id      uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE,
  name         text NOT NULL,
  scopes       text[] NOT NULL,
  secret_hash  text NOT NULL UNIQUE,
  created_at   timestamptz(3) NOT NULL,
  expires_at   timestamptz(3) NOT NULL,
  last_used_at timestamptz(3)
);
CREATE INDEX api_token_user_id ON api_token (user_id);
