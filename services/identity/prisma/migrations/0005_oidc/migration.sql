-- By whom a provider knows a user of ours.
CREATE TABLE external_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  user_id uuid NOT NULL REFERENCES person (id),
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX external_identity_of_user ON external_identity (user_id);
-- Which memberships a provider gave, and so takes again.
CREATE TABLE claimed_membership (
  user_id uuid NOT NULL REFERENCES person (id),
  domain_id uuid NOT NULL REFERENCES domain (id),
  PRIMARY KEY (user_id, domain_id)
);
