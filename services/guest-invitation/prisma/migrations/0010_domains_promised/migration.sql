-- Of which domains share was told that their assets are for the guests of a share: whoever is invited while these are
-- being added is held to their policies as well.
CREATE TABLE promised_domain (
  share_id uuid NOT NULL,
  domain_id uuid NOT NULL,
  promised_at timestamptz(3) NOT NULL,
  PRIMARY KEY (share_id, domain_id)
);
