-- Each mail of an end is written in the transaction that marks what it is about.
ALTER TABLE invitation ADD COLUMN is_end_reminded boolean NOT NULL DEFAULT false;
CREATE INDEX invitation_to_remind ON invitation (expires_at) WHERE removed_at IS NULL AND NOT is_end_reminded;

-- The guests that one mail to the owner of their share tells of.
ALTER TABLE mail_send ADD COLUMN about uuid[] NOT NULL DEFAULT '{}';
