-- What an account wants, as one document; what it does not say is as it is for an account that never said anything.
CREATE TABLE account_policy (
  account_id uuid PRIMARY KEY REFERENCES account (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  policy     jsonb NOT NULL
);
