-- Filters and their counts out of an index where a domain holds a hundred thousand assets. What is not available, and
-- what ends, is little: an index of its own finds it at once.
CREATE INDEX asset_by_kind ON asset (domain_id, kind, availability, expires_at);
CREATE INDEX asset_not_available ON asset (domain_id, availability) WHERE availability <> 'available';
CREATE INDEX asset_by_expiry ON asset (domain_id, expires_at) WHERE expires_at IS NOT NULL;

-- The assets that have the words, as to_tsquery takes them, but no more than so many: how common words are cannot be
-- estimated, and without the index whoever looks for a rare one reads the whole table.
CREATE FUNCTION assets_with_words(in_domain uuid, query text, at_most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE STRICT
SET enable_seqscan = off
SET enable_indexscan = off
AS $$
    SELECT id FROM public.asset
    WHERE domain_id = in_domain AND search_words @@ to_tsquery('pg_catalog.simple', query)
    LIMIT at_most
$$;

-- As before, but no more than so many: each costs a comparison of its whole text. The index looks for two words, so that
-- a common one beside a rare one is not compared everywhere. The one with two arguments stays, for processes of the
-- version before that run on during an update.
CREATE FUNCTION assets_with_similar_words(in_domain uuid, words text[], at_most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE STRICT
SET pg_trgm.word_similarity_threshold = 0.45
SET enable_seqscan = off
SET enable_indexscan = off
AS $$
    SELECT id FROM public.asset
    WHERE domain_id = in_domain
        AND search_text %> words[1] AND search_text %> coalesce(words[2], words[1]) AND search_text %> ALL (words[3:])
    LIMIT at_most
$$;
