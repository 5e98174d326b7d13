-- Which sessions count: those of this epoch or a later one, and the one that is kept.
ALTER TABLE person
  ADD COLUMN session_epoch   integer NOT NULL DEFAULT 1,
  ADD COLUMN kept_session_id text;
