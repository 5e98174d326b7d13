-- Thumbnails for screens of fine pixels. What was drawn before has none, and is shown by its usual one.
ALTER TABLE rendition DROP CONSTRAINT rendition_name_check;
ALTER TABLE rendition
    ADD CHECK (name IN ('thumbnail', 'large-thumbnail', 'preview') OR name ~ '^page-[1-9][0-9]*$');
