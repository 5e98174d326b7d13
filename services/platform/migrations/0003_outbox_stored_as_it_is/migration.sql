-- A large event is ids for the most part, which hardly get smaller: to try that took longer than all else of adding it,
-- and it is there for a moment only.
ALTER TABLE platform.outbox ALTER COLUMN event SET STORAGE EXTERNAL;
