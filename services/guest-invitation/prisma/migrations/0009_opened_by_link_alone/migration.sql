-- Whether the present link opened the share without a code. Of those that were opened before, that is taken to be so.
ALTER TABLE invitation ADD COLUMN is_opened_by_link_alone boolean NOT NULL DEFAULT false;
UPDATE invitation SET is_opened_by_link_alone = true WHERE opened_at IS NOT NULL;
