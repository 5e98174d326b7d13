-- Whether it is taken or only played: what is played is not told as a download.
ALTER TABLE download ADD COLUMN purpose text NOT NULL DEFAULT 'download';
