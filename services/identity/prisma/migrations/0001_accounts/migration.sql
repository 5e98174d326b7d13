CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE TABLE account (
  id             uuid PRIMARY KEY,
  name           citext NOT NULL,
  version        integer NOT NULL,
  shares_enabled boolean NOT NULL,
  created_at     timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX account_name_key ON account (name);

CREATE TABLE domain (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  name       citext NOT NULL,
  version    integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT domain_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX domain_account_id_name_key ON domain (account_id, name);

-- "user" is a reserved word of SQL.
CREATE TABLE person (
  id               uuid PRIMARY KEY,
  account_id       uuid NOT NULL,
  email            citext NOT NULL,
  name             text NOT NULL,
  password_hash    text NOT NULL,
  is_administrator boolean NOT NULL,
  disabled_at      timestamptz(3),
  version          integer NOT NULL,
  created_at       timestamptz(3) NOT NULL,
  CONSTRAINT person_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX person_email_key ON person (email);
CREATE INDEX person_account_id_name_idx ON person (account_id, name);

CREATE TABLE membership (
  user_id   uuid NOT NULL,
  domain_id uuid NOT NULL,
  PRIMARY KEY (user_id, domain_id),
  CONSTRAINT membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT membership_domain_id_fkey FOREIGN KEY (domain_id) REFERENCES domain (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX membership_domain_id_idx ON membership (domain_id);
