-- Pages of documents are pictures too, drawn when somebody first turns to them.
ALTER TABLE rendition DROP CONSTRAINT rendition_name_check;
ALTER TABLE rendition ADD CHECK (name IN ('thumbnail', 'preview') OR name ~ '^page-[1-9][0-9]*$');

CREATE TABLE document (
    asset_id   uuid    PRIMARY KEY REFERENCES asset ON DELETE CASCADE,
    page_count integer NOT NULL CHECK (page_count > 0)
);

-- What could not be drawn is not tried at each request, but again after a while: it may have been a busy moment.
CREATE TABLE undrawn_page (
    asset_id uuid           NOT NULL REFERENCES asset ON DELETE CASCADE,
    page     integer        NOT NULL,
    reason   text           NOT NULL,
    tried_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (asset_id, page)
);
