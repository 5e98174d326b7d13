CREATE TABLE upload (
    id           uuid           PRIMARY KEY,
    account_id   uuid           NOT NULL,
    domain_id    uuid           NOT NULL,
    user_id      uuid           NOT NULL,
    file_name    text           NOT NULL,
    title        text,
    byte_size    bigint         NOT NULL CHECK (byte_size > 0),
    received     bigint         NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND byte_size),
    state        text           NOT NULL DEFAULT 'receiving'
        CHECK (state IN ('receiving', 'finishing', 'done', 'failed')),
    -- Who sends now: each request that begins to send takes it over from the one before.
    writer       uuid,
    asset_id     uuid,
    failure      text,
    next_at      timestamptz(3) NOT NULL DEFAULT now(),
    locked_until timestamptz(3),
    created_at   timestamptz(3) NOT NULL DEFAULT now(),
    expires_at   timestamptz(3) NOT NULL
);
CREATE INDEX upload_of_user ON upload (user_id, created_at) WHERE state = 'receiving';
CREATE INDEX upload_to_finish ON upload (next_at) WHERE state = 'finishing';
CREATE INDEX upload_by_end ON upload (expires_at);

CREATE TABLE upload_part (
    upload_id  uuid    NOT NULL REFERENCES upload ON DELETE CASCADE,
    starts_at  bigint  NOT NULL,
    byte_size  integer NOT NULL CHECK (byte_size > 0),
    object_key text    NOT NULL,
    PRIMARY KEY (upload_id, starts_at)
);
