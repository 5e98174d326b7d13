-- Messages that came a second time without a word of what became of the first, while they are handled: a row that is
-- left over is one that its process did not survive.
CREATE TABLE platform.interrupted (
  subscription text        NOT NULL,
  event_id     text        NOT NULL,
  times        integer     NOT NULL DEFAULT 1,
  noted_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (subscription, event_id)
);
