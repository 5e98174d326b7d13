-- Where a request came from and how it was answered, and by which trace it belongs to what it caused.
ALTER TABLE logged_event
  ADD COLUMN about text,
  ADD COLUMN status integer,
  ADD COLUMN address text,
  ADD COLUMN browser text,
  ADD COLUMN system text,
  ADD COLUMN trace_id text,
  ADD COLUMN by_user_id uuid;
CREATE INDEX logged_event_of_account ON logged_event (account_id, at DESC, id DESC) WHERE account_id IS NOT NULL;
CREATE INDEX logged_event_of_trace ON logged_event (trace_id) WHERE trace_id IS NOT NULL;
CREATE INDEX logged_event_of_invitation ON logged_event (invitation_id, at DESC) WHERE invitation_id IS NOT NULL;

-- What is written stays as it is written; but for what names a guest, in a transaction that says so.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('vitrine.forgets_guests', true) = 'yes' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The log of events is only added to.';
END $$;
CREATE TRIGGER logged_event_is_append_only BEFORE UPDATE OR DELETE ON logged_event
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER logged_event_is_not_emptied BEFORE TRUNCATE ON logged_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
