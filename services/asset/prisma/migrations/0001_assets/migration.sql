CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Titles as people sort them: without regard to case first, and "shot 2" before "shot 10".
CREATE COLLATION for_people (provider = icu, locale = 'und-u-kn');

-- What is searched and what is searched for go through the same mill: small letters, no accents, words only.
CREATE FUNCTION search_text(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN trim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, $1)), '[^[:alnum:]]+', ' ', 'g'));

-- array_to_string() is only stable, since it takes arrays of anything; of texts it is immutable.
CREATE FUNCTION search_text(title text, file_name text, tags text[]) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN public.search_text(title || ' ' || file_name || ' ' || array_to_string(tags, ' '));

CREATE TABLE asset (
    id                  uuid           PRIMARY KEY,
    account_id          uuid           NOT NULL,
    domain_id           uuid           NOT NULL,
    version             integer        NOT NULL,
    file_name           text           NOT NULL,
    title               text           NOT NULL,
    tags                text[]         NOT NULL,
    kind                text           NOT NULL,
    media_type          text           NOT NULL,
    byte_size           bigint         NOT NULL CHECK (byte_size > 0),
    sha256              text           NOT NULL,
    crc32               bigint         NOT NULL,
    object_key          text           NOT NULL UNIQUE,
    width               integer,
    height              integer,
    duration_ms         integer,
    availability        text           NOT NULL CHECK (availability IN ('processing', 'available', 'unavailable')),
    is_rendered         boolean        NOT NULL,
    has_thumbnail       boolean        NOT NULL,
    has_preview         boolean        NOT NULL,
    expires_at          timestamptz(3),
    is_expiry_announced boolean        NOT NULL,
    shareable           boolean        NOT NULL,
    created_by          uuid,
    created_at          timestamptz(3) NOT NULL,
    updated_at          timestamptz(3) NOT NULL,
    search_text         text           NOT NULL GENERATED ALWAYS AS (search_text(title, file_name, tags)) STORED,
    search_words        tsvector       NOT NULL
        GENERATED ALWAYS AS (to_tsvector('pg_catalog.simple', search_text(title, file_name, tags))) STORED
);

-- One index for each order of the list. Sixty characters of a title order it, so that a page's cursor stays short.
CREATE INDEX asset_by_age ON asset (domain_id, created_at, id);
CREATE INDEX asset_by_size ON asset (domain_id, byte_size, id);
CREATE INDEX asset_by_title ON asset (domain_id, (left(title, 60)) COLLATE for_people, id);
CREATE INDEX asset_by_content ON asset (domain_id, sha256);
CREATE INDEX asset_by_words ON asset USING gin (search_words);
CREATE INDEX asset_by_trigrams ON asset USING gin (search_text gin_trgm_ops);
CREATE INDEX asset_expiry_to_announce ON asset (expires_at) WHERE NOT is_expiry_announced;

-- The assets whose text has something like each of the words: a letter too many, too few, or two swapped. The longest
-- word comes first, since the index looks for one.
CREATE FUNCTION assets_with_similar_words(in_domain uuid, words text[]) RETURNS SETOF uuid
LANGUAGE sql STABLE STRICT
SET pg_trgm.word_similarity_threshold = 0.45
AS $$
    SELECT id FROM public.asset
    WHERE domain_id = in_domain AND search_text %> words[1] AND search_text %> ALL (words[2:])
$$;

CREATE TABLE rendition (
    asset_id   uuid    NOT NULL REFERENCES asset ON DELETE CASCADE,
    name       text    NOT NULL CHECK (name IN ('thumbnail', 'preview')),
    object_key text    NOT NULL,
    width      integer NOT NULL,
    height     integer NOT NULL,
    byte_size  integer NOT NULL,
    etag       text    NOT NULL,
    PRIMARY KEY (asset_id, name)
);

CREATE TABLE render_job (
    asset_id     uuid           PRIMARY KEY REFERENCES asset ON DELETE CASCADE,
    attempts     integer        NOT NULL DEFAULT 0,
    failures     integer        NOT NULL DEFAULT 0,
    next_at      timestamptz(3) NOT NULL DEFAULT now(),
    locked_until timestamptz(3)
);
CREATE INDEX render_job_by_turn ON render_job (next_at);

CREATE TABLE object_to_delete (
    object_key   text           PRIMARY KEY,
    delete_after timestamptz(3) NOT NULL,
    is_claimed   boolean        NOT NULL DEFAULT false
);
CREATE INDEX object_to_delete_by_turn ON object_to_delete (delete_after);

CREATE TABLE known_domain (
    domain_id  uuid    PRIMARY KEY,
    account_id uuid    NOT NULL,
    version    integer NOT NULL,
    name       text    NOT NULL
);
