-- Scenarios: a fleet, routes to compare, assumptions, and what was computed from them. `inputs` and `figures`
-- are canonical texts: what was chosen, and every figure used with its source, as they stood at that moment.
CREATE TABLE scenarios (
  id TEXT PRIMARY KEY REFERENCES records (id),
  note TEXT NOT NULL DEFAULT '',
  inputs TEXT NOT NULL,
  figures TEXT NOT NULL,
  engine TEXT NOT NULL,
  run_key TEXT NOT NULL,
  result TEXT NOT NULL DEFAULT '',
  result_hash TEXT NOT NULL DEFAULT '',
  shared_at TEXT,
  CHECK ((result = '') = (result_hash = ''))
);
CREATE INDEX scenarios_run ON scenarios (run_key);
-- Calculations by content: the same inputs, figures and engine are computed once. Deleted when old; whatever
-- a scenario rests on is kept with the scenario.
CREATE TABLE scenario_runs (
  run_key TEXT PRIMARY KEY,
  inputs TEXT NOT NULL,
  figures TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
  draws BIGINT NOT NULL,
  draws_done BIGINT NOT NULL DEFAULT 0,
  is_again BIGINT NOT NULL DEFAULT 0 CHECK (is_again IN (0, 1)),
  asked_at TEXT NOT NULL,
  touched_at TEXT NOT NULL,
  tries BIGINT NOT NULL DEFAULT 0,
  result TEXT NOT NULL DEFAULT '',
  fault TEXT NOT NULL DEFAULT ''
);
CREATE INDEX scenario_runs_state ON scenario_runs (state, asked_at);
-- A scenario on paper: asked for on its page, printed by a job.
CREATE TABLE scenario_papers (
  scenario_id TEXT NOT NULL REFERENCES scenarios (id),
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  result_hash TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  bytes BYTEA,
  fault TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (scenario_id, language)
);
