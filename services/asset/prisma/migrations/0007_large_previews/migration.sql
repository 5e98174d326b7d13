-- Previews and pages in their large size, drawn when they are first asked for.
ALTER TABLE rendition DROP CONSTRAINT rendition_name_check;
ALTER TABLE rendition
    ADD CHECK (name IN ('thumbnail', 'large-thumbnail', 'preview', 'large-preview') OR name ~ '^(large-)?page-[1-9][0-9]*$');

-- What could not be drawn, by the name of the picture. undrawn_page, which it takes the place of, stays for processes of
-- the version before.
CREATE TABLE undrawn_picture (
    asset_id uuid           NOT NULL REFERENCES asset ON DELETE CASCADE,
    name     text           NOT NULL,
    reason   text           NOT NULL,
    tried_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (asset_id, name)
);
