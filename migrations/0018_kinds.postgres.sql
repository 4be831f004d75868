-- Two more kinds of record: what somebody will do after a workshop, and a workshop's report as fixed.
ALTER TABLE records DROP CONSTRAINT records_kind_check;
ALTER TABLE records ADD CONSTRAINT records_kind_check CHECK (kind IN
  ('workshop', 'session', 'question', 'answer', 'case', 'lesson', 'summary', 'version', 'commitment', 'report'));
