CREATE TABLE "note" (
  "id"   uuid NOT NULL PRIMARY KEY,
  "text" text NOT NULL
);
