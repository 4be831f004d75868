-- A file for a calendar that goes with a message; blanked with the body once it was sent.
ALTER TABLE outbox ADD COLUMN calendar TEXT NOT NULL DEFAULT '';
