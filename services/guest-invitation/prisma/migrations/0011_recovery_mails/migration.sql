-- Mails to users who forgot their passwords, until each was handed over or will not be: then only that it was is kept.
CREATE TABLE recovery_mail (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  name text NOT NULL,
  language text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL,
  error text,
  next_at timestamptz(3) NOT NULL,
  locked_until timestamptz(3),
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX recovery_mail_queued ON recovery_mail (next_at) WHERE state = 'queued';
