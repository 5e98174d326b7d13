-- Dead links are known as what they were, so that a request by one can be told to the owner of the share.
ALTER TABLE link ADD COLUMN ended_at timestamptz(3);
ALTER TABLE invitation ADD COLUMN link_requested_at timestamptz(3);

-- The hashes of whatever a new link was asked for by, until it is looked at. The same may stand here twice: who asks
-- never waits for whoever looks.
CREATE TABLE link_request (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, secret_hash text NOT NULL);

ALTER TABLE mail_send ADD COLUMN kind text NOT NULL DEFAULT 'invitation';
