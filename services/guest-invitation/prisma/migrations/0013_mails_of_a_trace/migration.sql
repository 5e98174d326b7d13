-- The W3C traceparent of what asked for a mail: its sending is part of that trace. Null in rows from before.
ALTER TABLE mail_send ADD COLUMN traceparent text;
ALTER TABLE recovery_mail ADD COLUMN traceparent text;
