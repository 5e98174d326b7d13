-- What a person used the page in last, and so is written to in; null until that was told.
ALTER TABLE person ADD COLUMN language text;
