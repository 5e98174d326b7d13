-- Since when nothing names the guest any more.
ALTER TABLE invitation ADD COLUMN forgotten_at timestamptz(3);
CREATE INDEX invitation_to_forget ON invitation (account_id, expires_at)
  WHERE kind = 'external' AND forgotten_at IS NULL;
