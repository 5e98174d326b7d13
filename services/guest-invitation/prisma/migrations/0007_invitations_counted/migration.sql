-- How many invitations somebody sent, for a limit of the account; of the last hour only.
CREATE TABLE invitation_count (
  id bigserial PRIMARY KEY,
  user_id uuid NOT NULL,
  count integer NOT NULL,
  counted_at timestamptz(3) NOT NULL
);
CREATE INDEX invitation_count_of_user ON invitation_count (user_id, counted_at);
