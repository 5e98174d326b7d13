-- How many downloads each guest began, whatever became of the rows of those downloads.
CREATE TABLE guest_downloads (
  invitation_id uuid PRIMARY KEY,
  started integer NOT NULL
);
INSERT INTO guest_downloads
  SELECT invitation_id, count(*) FROM download
  WHERE invitation_id IS NOT NULL AND started_at IS NOT NULL GROUP BY invitation_id;
