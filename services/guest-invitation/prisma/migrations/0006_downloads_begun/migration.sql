-- Downloads that a guest began, as download tells of them; those before were not told apart from completed ones.
ALTER TABLE invitation ADD COLUMN downloads_begun integer NOT NULL DEFAULT 0;
UPDATE invitation SET downloads_begun = downloads;
