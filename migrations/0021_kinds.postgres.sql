-- Two more kinds of record: a scenario of what devices cost the climate and the purse, and a draft tender.
ALTER TABLE records DROP CONSTRAINT records_kind_check;
ALTER TABLE records ADD CONSTRAINT records_kind_check CHECK (kind IN
  ('workshop', 'session', 'question', 'answer', 'case', 'lesson', 'summary', 'version', 'commitment', 'report',
   'scenario', 'tender'));
