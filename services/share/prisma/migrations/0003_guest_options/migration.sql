-- What a share asks of its guests beyond their links.
ALTER TABLE share ADD COLUMN code_required boolean NOT NULL DEFAULT false;
ALTER TABLE share ADD COLUMN downloads_max integer CHECK (downloads_max > 0);
