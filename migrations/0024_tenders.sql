-- Draft tenders: what is bought, by which criteria and formula it is awarded, which market is expected.
-- Money is in cents; other decimals in thousandths ("_milli"), so that scores can be reckoned exactly.
CREATE TABLE tenders (
  id TEXT PRIMARY KEY REFERENCES records (id),
  organisation_id TEXT REFERENCES organisations (id),
  subject TEXT NOT NULL DEFAULT '',
  procedure_text TEXT NOT NULL DEFAULT '',
  formula TEXT NOT NULL CHECK (formula IN ('f1', 'f2', 'f3a', 'f3b', 'f4', 'f5', 'f6a', 'f6b', 'f7', 'f8')),
  price_low BIGINT,
  price_high BIGINT,
  log_base_milli BIGINT NOT NULL,
  quality_value BIGINT NOT NULL,
  co2_price_milli BIGINT NOT NULL,
  discount_milli BIGINT NOT NULL,
  decimals BIGINT NOT NULL CHECK (decimals BETWEEN -1 AND 4),
  ties TEXT NOT NULL CHECK (ties IN ('lot', 'quality', 'green', 'price')),
  kg_least BIGINT NOT NULL,
  kg_most BIGINT NOT NULL,
  bidders_from BIGINT NOT NULL,
  bidders_to BIGINT NOT NULL,
  price_level BIGINT NOT NULL,
  price_spread_milli BIGINT NOT NULL,
  green_mean_milli BIGINT NOT NULL,
  green_spread_milli BIGINT NOT NULL,
  quality_mean_milli BIGINT NOT NULL,
  quality_spread_milli BIGINT NOT NULL,
  green_premium_milli BIGINT NOT NULL,
  correlation_milli BIGINT NOT NULL,
  draws BIGINT NOT NULL,
  seed BIGINT NOT NULL,
  market_is_own INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE tender_criteria (
  id TEXT PRIMARY KEY,
  tender_id TEXT NOT NULL REFERENCES tenders (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('price', 'quality', 'effect')),
  weight_milli BIGINT NOT NULL,
  is_green INTEGER NOT NULL DEFAULT 0,
  points_milli BIGINT NOT NULL,
  guide TEXT NOT NULL DEFAULT '',
  UNIQUE (tender_id, position)
);
-- Bids that the purchaser expects: made up, and as open as the draft itself.
CREATE TABLE tender_expected_bids (
  id TEXT PRIMARY KEY,
  tender_id TEXT NOT NULL REFERENCES tenders (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  price BIGINT NOT NULL,
  green_milli BIGINT NOT NULL,
  quality_milli BIGINT NOT NULL,
  UNIQUE (tender_id, position)
);
-- What many draws gave, kept by what was asked: the same question is reckoned once.
CREATE TABLE tender_runs (
  id TEXT PRIMARY KEY,
  tender_id TEXT NOT NULL REFERENCES tenders (id),
  asked_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done_draws BIGINT NOT NULL DEFAULT 0,
  tries BIGINT NOT NULL DEFAULT 0,
  answer TEXT NOT NULL DEFAULT ''
);
CREATE INDEX tender_runs_waiting ON tender_runs (state, asked_at);
-- Real bids. Read by the tender's owner and the colleagues named here, by nobody else whatever their role.
CREATE TABLE bid_readers (
  tender_id TEXT NOT NULL REFERENCES tenders (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (tender_id, person_id)
);
CREATE TABLE bids (
  id TEXT PRIMARY KEY,
  tender_id TEXT NOT NULL REFERENCES tenders (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  price BIGINT NOT NULL,
  lot BIGINT NOT NULL DEFAULT 0,
  UNIQUE (tender_id, position)
);
-- A score of one assessor, or the one agreed on: then the assessor is ''.
CREATE TABLE bid_scores (
  id TEXT PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id),
  criterion_id TEXT NOT NULL REFERENCES tender_criteria (id),
  assessor TEXT NOT NULL,
  points_milli BIGINT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  UNIQUE (bid_id, criterion_id, assessor)
);
-- The account of an award as it was signed, word for word. Never updated; a correction is a new number.
CREATE TABLE award_sheets (
  id TEXT PRIMARY KEY,
  tender_id TEXT NOT NULL REFERENCES tenders (id),
  number BIGINT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  signed_by TEXT NOT NULL REFERENCES people (id),
  signer_name TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  previous_hash TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (tender_id, number),
  CHECK (number = 1 OR reason <> '')
);
-- Printed from the sheet, and again when it is not there.
CREATE TABLE award_papers (
  sheet_id TEXT PRIMARY KEY REFERENCES award_sheets (id),
  failed_at TEXT,
  bytes BYTEA
);
