-- What a domain asks for beside its account, as one document; what it does not say is as the account says.
CREATE TABLE domain_policy (
  domain_id uuid PRIMARY KEY REFERENCES domain (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  policy    jsonb NOT NULL
);
