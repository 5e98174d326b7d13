-- Who ended it, while it is aborted.
ALTER TABLE download ADD COLUMN aborted_by text;
-- When a process that sends it last said so: a process that dies says nothing.
ALTER TABLE download ADD COLUMN sending_at timestamptz(3);
