-- Events that were decided together with the state and are still to be told.
CREATE TABLE platform.outbox (
  seq          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- json and not jsonb: it keeps the text as it is, \u0000 included.
  event        json        NOT NULL,
  added_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  attempts     integer     NOT NULL DEFAULT 0,
  leased_by    uuid,
  -- Nobody else publishes the row before this instant; a relay that died lets go of it by that.
  leased_until timestamptz NOT NULL DEFAULT '-infinity',
  last_error   text
);

-- What each subscription has done already, written in the transaction of the effect.
CREATE TABLE platform.inbox (
  subscription text        NOT NULL,
  event_id     text        NOT NULL,
  handled_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (subscription, event_id)
);
CREATE INDEX inbox_handled_at ON platform.inbox (handled_at);

-- Messages that a subscription could not handle, kept until somebody replays or drops them.
CREATE TABLE platform.dead_letter (
  id           uuid        PRIMARY KEY,
  subscription text        NOT NULL,
  -- Null where the message had no readable id.
  event_id     text,
  event        json        NOT NULL,
  error        text        NOT NULL,
  attempts     integer     NOT NULL,
  buried_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (subscription, event_id)
);

-- Answers to requests that carried an Idempotency-Key, written in the transaction of the effect.
CREATE TABLE platform.idempotency (
  scope       text        NOT NULL,
  key         text        NOT NULL,
  fingerprint text        NOT NULL,
  answer      json,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_created_at ON platform.idempotency (created_at);
