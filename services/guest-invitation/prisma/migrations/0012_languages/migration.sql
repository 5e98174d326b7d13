-- What mails are written in. Null where nobody said it: of rows from before, English.

-- What a user used the page in last, as identity told it.
ALTER TABLE known_user ADD COLUMN language text;
-- What whoever invited chose, or used the page in.
ALTER TABLE invitation ADD COLUMN language text;
-- What a mail was asked for in, where it was asked for on a page.
ALTER TABLE mail_send ADD COLUMN language text;

-- What a guest read the page in last. Of whoever the invitation is; it says nothing once the guest is forgotten.
CREATE TABLE guest_reading (
  invitation_id uuid PRIMARY KEY REFERENCES invitation (id) ON DELETE CASCADE,
  language text NOT NULL,
  read_at timestamptz(3) NOT NULL
);
CREATE INDEX invitation_of_reader ON invitation (account_id, lower(email));
