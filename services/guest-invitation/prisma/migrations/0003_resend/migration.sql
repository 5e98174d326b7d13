ALTER TABLE invitation ADD COLUMN resent_at timestamptz(3);
