-- When guests were named with a new share: they are invited a moment later, and who asks for them at once waits for it.
ALTER TABLE share ADD COLUMN guests_named_at timestamptz(3);
