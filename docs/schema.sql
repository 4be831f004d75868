-- The tables after all migrations, in SQLite; written by scripts/check_docs.py. PostgreSQL has the same, but
-- for search: migrations/*_search.postgres.sql.

CREATE TABLE acquaintance_people (
  round_id TEXT NOT NULL REFERENCES acquaintance_rounds (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  number BIGINT NOT NULL,
  theme TEXT NOT NULL,
  outbox_id TEXT UNIQUE REFERENCES outbox (id),
  PRIMARY KEY (round_id, person_id)
);
CREATE INDEX acquaintance_people_person ON acquaintance_people (person_id);

CREATE TABLE acquaintance_rounds (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  number BIGINT NOT NULL,
  seed TEXT NOT NULL,
  paired_by TEXT NOT NULL REFERENCES people (id),
  paired_at TEXT NOT NULL,
  UNIQUE (network_id, number)
);

CREATE TABLE acquaintance_wishes (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  themes TEXT NOT NULL CHECK (themes <> ''),
  meets_other_side INTEGER NOT NULL DEFAULT 0,
  chosen_at TEXT NOT NULL,
  UNIQUE (network_id, person_id),
  FOREIGN KEY (network_id, person_id) REFERENCES memberships (network_id, person_id) ON DELETE CASCADE
);
CREATE INDEX acquaintance_wishes_person ON acquaintance_wishes (person_id);

CREATE TABLE answers (
  id TEXT PRIMARY KEY REFERENCES records (id),
  question_id TEXT NOT NULL REFERENCES questions (id),
  body TEXT NOT NULL,
  checked_by TEXT REFERENCES people (id),
  checked_on TEXT NOT NULL DEFAULT '',
  outdated_by TEXT REFERENCES people (id),
  outdated_on TEXT NOT NULL DEFAULT '',
  outdated_why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX answers_question ON answers (question_id);

CREATE TABLE attendance_sheets (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  kind TEXT NOT NULL CHECK (kind IN ('list', 'badges')),
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  with_codes INTEGER NOT NULL DEFAULT 0,
  asked_at TEXT NOT NULL,
  bytes BYTEA,
  fault TEXT NOT NULL DEFAULT '',
  UNIQUE (workshop_id, kind, language)
);

CREATE TABLE attendances (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  person_id TEXT REFERENCES people (id),
  organisation_id TEXT REFERENCES organisations (id),
  guest_name TEXT NOT NULL DEFAULT '',
  guest_organisation TEXT NOT NULL DEFAULT '',
  pool TEXT NOT NULL CHECK (pool IN ('room', 'online')),
  how TEXT NOT NULL CHECK (how IN ('ticked', 'scanned', 'self')),
  is_walk_in INTEGER NOT NULL DEFAULT 0,
  came_at TEXT NOT NULL,
  left_at TEXT NOT NULL DEFAULT '',
  UNIQUE (workshop_id, person_id),
  CHECK ((person_id IS NULL) = (guest_name <> ''))
);
CREATE INDEX attendances_person ON attendances (person_id);
CREATE INDEX attendances_workshop ON attendances (workshop_id);

CREATE TABLE award_papers (
  sheet_id TEXT PRIMARY KEY REFERENCES award_sheets (id),
  failed_at TEXT,
  bytes BYTEA
);

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

CREATE TABLE bid_readers (
  tender_id TEXT NOT NULL REFERENCES tenders (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (tender_id, person_id)
);

CREATE TABLE bid_scores (
  id TEXT PRIMARY KEY,
  bid_id TEXT NOT NULL REFERENCES bids (id),
  criterion_id TEXT NOT NULL REFERENCES tender_criteria (id),
  assessor TEXT NOT NULL,
  points_milli BIGINT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  UNIQUE (bid_id, criterion_id, assessor)
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

CREATE TABLE breakout_apart (
  workshop_id TEXT NOT NULL REFERENCES breakouts (workshop_id),
  one_id TEXT NOT NULL REFERENCES organisations (id),
  other_id TEXT NOT NULL REFERENCES organisations (id),
  PRIMARY KEY (workshop_id, one_id, other_id),
  CHECK (one_id <> other_id)
);

CREATE TABLE breakout_away (
  workshop_id TEXT NOT NULL REFERENCES breakouts (workshop_id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (workshop_id, person_id)
);

CREATE TABLE breakout_notes (
  lesson_id TEXT PRIMARY KEY REFERENCES lessons (id),
  table_id TEXT NOT NULL REFERENCES breakout_tables (id),
  round BIGINT NOT NULL,
  question_id TEXT REFERENCES questions (id),
  merged_into TEXT REFERENCES lessons (id)
);
CREATE INDEX breakout_notes_merged ON breakout_notes (merged_into);
CREATE INDEX breakout_notes_table ON breakout_notes (table_id, round);

CREATE TABLE breakout_questions (
  table_id TEXT NOT NULL REFERENCES breakout_tables (id),
  question_id TEXT NOT NULL REFERENCES questions (id),
  PRIMARY KEY (table_id, question_id)
);

CREATE TABLE breakout_seats (
  workshop_id TEXT NOT NULL REFERENCES breakouts (workshop_id),
  round BIGINT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  table_id TEXT NOT NULL REFERENCES breakout_tables (id),
  PRIMARY KEY (workshop_id, round, person_id)
);
CREATE INDEX breakout_seats_person ON breakout_seats (person_id);

CREATE TABLE breakout_tables (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES breakouts (workshop_id),
  number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 40),
  host_id TEXT REFERENCES people (id),
  UNIQUE (workshop_id, number)
);

CREATE TABLE breakouts (
  workshop_id TEXT PRIMARY KEY REFERENCES workshops (id),
  round_count BIGINT NOT NULL CHECK (round_count BETWEEN 1 AND 12),
  minutes BIGINT NOT NULL CHECK (minutes BETWEEN 1 AND 180),
  chairs BIGINT NOT NULL DEFAULT 0 CHECK (chairs BETWEEN 0 AND 100),
  mix TEXT NOT NULL CHECK (mix IN ('even', 'separate', 'any')),
  seed BIGINT NOT NULL DEFAULT 1,
  version BIGINT NOT NULL DEFAULT 1,
  is_published INTEGER NOT NULL DEFAULT 0,
  current_round BIGINT NOT NULL DEFAULT 0,
  round_began_at TEXT,
  closed_at TEXT
);

CREATE TABLE calendar_links (
  person_id TEXT PRIMARY KEY REFERENCES people (id),
  token_hash TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL
);

CREATE TABLE cases (
  id TEXT PRIMARY KEY REFERENCES records (id),
  organisation_name TEXT NOT NULL DEFAULT '',
  year TEXT NOT NULL DEFAULT '',
  context TEXT NOT NULL,
  bought TEXT NOT NULL,
  approach TEXT NOT NULL,
  criteria_used TEXT NOT NULL,
  result TEXT NOT NULL DEFAULT '',
  failed TEXT NOT NULL CHECK (failed <> ''),
  again TEXT NOT NULL,
  documents TEXT NOT NULL DEFAULT '',
  co2_low_kg BIGINT,
  co2_high_kg BIGINT,
  co2_source TEXT NOT NULL DEFAULT '',
  material_low_kg BIGINT,
  material_high_kg BIGINT,
  material_source TEXT NOT NULL DEFAULT '',
  money_low_eur BIGINT,
  money_high_eur BIGINT,
  money_source TEXT NOT NULL DEFAULT '',
  CHECK ((co2_low_kg IS NULL) = (co2_high_kg IS NULL)),
  CHECK ((material_low_kg IS NULL) = (material_high_kg IS NULL)),
  CHECK ((money_low_eur IS NULL) = (money_high_eur IS NULL))
);

CREATE TABLE chapters (
  id TEXT PRIMARY KEY,
  summary_id TEXT NOT NULL REFERENCES summaries (id),
  position BIGINT NOT NULL,
  title_nl TEXT NOT NULL DEFAULT '',
  title_en TEXT NOT NULL DEFAULT '',
  intro_nl TEXT NOT NULL DEFAULT '',
  intro_en TEXT NOT NULL DEFAULT ''
);
CREATE INDEX chapters_summary ON chapters (summary_id, position);

CREATE TABLE commitments (
  id TEXT PRIMARY KEY REFERENCES records (id),
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  organisation_id TEXT REFERENCES organisations (id),
  due_on TEXT NOT NULL,
  body TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  outcome TEXT NOT NULL DEFAULT '',
  closed_at TEXT,
  reminded TEXT NOT NULL DEFAULT '' CHECK (reminded IN ('', 'early', 'late')),
  CHECK ((state = 'open') = (closed_at IS NULL)),
  CHECK (state = 'open' OR outcome <> '')
);
CREATE INDEX commitments_due ON commitments (state, due_on);
CREATE INDEX commitments_workshop ON commitments (workshop_id, due_on);

CREATE TABLE consents (
  id TEXT PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES statements (id),
  record_id TEXT NOT NULL REFERENCES records (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  naming TEXT NOT NULL CHECK (naming IN ('name', 'organisation', 'role', 'none')),
  text_hash TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('asked', 'agreed', 'refused')),
  decided_at TEXT,
  remark TEXT NOT NULL DEFAULT '',
  UNIQUE (statement_id, record_id, text_hash)
);
CREATE INDEX consents_person ON consents (person_id, decision);

CREATE TABLE digests (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES people (id),
  weekday BIGINT NOT NULL CHECK (weekday BETWEEN 0 AND 7),
  last_day TEXT NOT NULL DEFAULT '',
  last_sequence BIGINT NOT NULL
);

CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES people (id),
  form TEXT NOT NULL,
  about_id TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  fields TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (owner_id, form, about_id)
);

CREATE TABLE evaluation_answers (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES evaluations (workshop_id),
  finder TEXT UNIQUE,
  useful BIGINT CHECK (useful BETWEEN 1 AND 5),
  prepared BIGINT CHECK (prepared BETWEEN 1 AND 5),
  met BIGINT CHECK (met BETWEEN 1 AND 5),
  learned TEXT NOT NULL DEFAULT '',
  intends TEXT NOT NULL DEFAULT '',
  intends_by TEXT NOT NULL DEFAULT '',
  better TEXT NOT NULL DEFAULT '',
  named_as TEXT NOT NULL DEFAULT ''
);
CREATE INDEX evaluation_answers_workshop ON evaluation_answers (workshop_id, id);

CREATE TABLE evaluations (
  workshop_id TEXT PRIMARY KEY REFERENCES workshops (id),
  asked_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  answer_key TEXT
);

CREATE TABLE factor_oddities (
  version_id TEXT NOT NULL REFERENCES factor_versions (id),
  position BIGINT NOT NULL,
  severity BIGINT NOT NULL,
  line BIGINT NOT NULL,
  code TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  other TEXT NOT NULL,
  PRIMARY KEY (version_id, position)
);

CREATE TABLE factor_rows (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES factor_sets (id),
  row_key TEXT NOT NULL,
  device_class TEXT NOT NULL,
  maker TEXT NOT NULL,
  name TEXT NOT NULL,
  area TEXT NOT NULL,
  searched TEXT NOT NULL,
  cells TEXT NOT NULL
);
CREATE INDEX factor_rows_key ON factor_rows (set_id, row_key);

CREATE TABLE factor_sets (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('footprints', 'electricity', 'own')),
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  licence TEXT NOT NULL CHECK (licence IN ('ODbL-1.0', 'CC-BY-SA-4.0', 'own')),
  notice TEXT NOT NULL
);

CREATE TABLE factor_version_rows (
  version_id TEXT NOT NULL REFERENCES factor_versions (id),
  row_key TEXT NOT NULL,
  row_id TEXT NOT NULL REFERENCES factor_rows (id),
  line BIGINT NOT NULL,
  PRIMARY KEY (version_id, row_key)
);
CREATE INDEX factor_version_rows_row ON factor_version_rows (row_id);

CREATE TABLE factor_versions (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES factor_sets (id),
  number BIGINT NOT NULL CHECK (number > 0),
  file_name TEXT NOT NULL,
  hash TEXT NOT NULL,
  rows_hash TEXT NOT NULL,
  made_by TEXT REFERENCES people (id),
  made_at TEXT NOT NULL,
  taken BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  oddities BIGINT NOT NULL,
  added BIGINT NOT NULL,
  removed BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  UNIQUE (set_id, number)
);

CREATE TABLE files (
  hash TEXT PRIMARY KEY,
  content BYTEA NOT NULL
);

CREATE TABLE guest_files (
  guest_id TEXT NOT NULL REFERENCES guests (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('photo', 'slides')),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  hash TEXT NOT NULL REFERENCES files (hash),
  kept_at TEXT NOT NULL,
  PRIMARY KEY (guest_id, purpose)
);
CREATE INDEX guest_files_hash ON guest_files (hash);

CREATE TABLE guest_passages (
  guest_id TEXT NOT NULL REFERENCES guests (id),
  statement_id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('asked', 'agreed', 'refused')),
  remark TEXT NOT NULL DEFAULT '',
  decided_at TEXT,
  PRIMARY KEY (guest_id, statement_id)
);

CREATE TABLE guests (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  invited_by TEXT REFERENCES people (id),
  invited_at TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  token_hash TEXT UNIQUE,
  expires_at TEXT,
  opened_at TEXT,
  name TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  job TEXT NOT NULL DEFAULT '',
  talk_title TEXT NOT NULL DEFAULT '',
  talk_about TEXT NOT NULL DEFAULT '',
  biography TEXT NOT NULL DEFAULT '',
  photo_alt TEXT NOT NULL DEFAULT '',
  naming TEXT NOT NULL DEFAULT 'none' CHECK (naming IN ('name', 'role', 'organisation', 'none')),
  may_name INTEGER NOT NULL DEFAULT 0,
  may_quote INTEGER NOT NULL DEFAULT 0,
  may_publish INTEGER NOT NULL DEFAULT 0,
  UNIQUE (session_id, email)
);

CREATE TABLE held_replies (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  question_id TEXT NOT NULL REFERENCES records (id),
  body TEXT NOT NULL,
  received_at TEXT NOT NULL
);
CREATE INDEX held_replies_person ON held_replies (person_id, received_at);

CREATE TABLE journal (
  sequence BIGINT PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  word TEXT NOT NULL,
  object_id TEXT NOT NULL,
  result TEXT NOT NULL,
  origin TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX journal_actor ON journal (actor_id);
CREATE INDEX journal_object ON journal (object_id);

CREATE TABLE known_devices (
  token_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  created_at TEXT NOT NULL
);

CREATE TABLE lessons (
  id TEXT PRIMARY KEY REFERENCES records (id),
  body TEXT NOT NULL
);

CREATE TABLE letter_choices (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  network_id TEXT NOT NULL REFERENCES networks (id),
  choice TEXT NOT NULL CHECK (choice IN ('everything', 'mine', 'nothing')),
  UNIQUE (person_id, network_id)
);

CREATE TABLE letter_marks (
  name TEXT PRIMARY KEY,
  sequence BIGINT NOT NULL
);

CREATE TABLE letters (
  id TEXT PRIMARY KEY REFERENCES outbox (id),
  kind TEXT NOT NULL CHECK (kind IN ('question', 'answer', 'digest')),
  record_id TEXT REFERENCES records (id),
  after_sequence BIGINT NOT NULL DEFAULT 0,
  until_sequence BIGINT NOT NULL DEFAULT 0,
  CHECK ((kind = 'digest') = (record_id IS NULL))
);

CREATE TABLE links (
  from_id TEXT NOT NULL REFERENCES records (id),
  relation TEXT NOT NULL CHECK (relation IN
    ('asked_at', 'answers', 'illustrates', 'distilled_into', 'founded_on', 'uses', 'measured_by',
     'follows_from', 'published_in')),
  to_id TEXT NOT NULL REFERENCES records (id),
  PRIMARY KEY (from_id, relation, to_id)
);
CREATE INDEX links_to ON links (to_id);

CREATE TABLE live_choices (
  statement_id TEXT NOT NULL REFERENCES live_statements (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  choice TEXT NOT NULL CHECK (choice IN ('agree', 'disagree', 'no_opinion')),
  PRIMARY KEY (statement_id, person_id)
);

CREATE TABLE live_pitch_rounds (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  number BIGINT NOT NULL,
  seconds BIGINT NOT NULL CHECK (seconds BETWEEN 10 AND 1800),
  seed TEXT NOT NULL,
  drawn_at TEXT NOT NULL,
  UNIQUE (workshop_id, number)
);

CREATE TABLE live_pitches (
  round_id TEXT NOT NULL REFERENCES live_pitch_rounds (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'stopped', 'done')),
  used_ms BIGINT NOT NULL DEFAULT 0 CHECK (used_ms >= 0),
  running_since TEXT,
  PRIMARY KEY (round_id, position),
  CHECK ((state = 'running') = (running_since IS NOT NULL))
);

CREATE TABLE live_rooms (
  workshop_id TEXT PRIMARY KEY REFERENCES workshops (id),
  is_open INTEGER NOT NULL DEFAULT 0,
  showing TEXT NOT NULL DEFAULT 'queue' CHECK (showing IN ('queue', 'question', 'statement', 'pitch', 'tables')),
  version BIGINT NOT NULL DEFAULT 1,
  opened_at TEXT
);
CREATE INDEX live_rooms_open ON live_rooms (is_open, opened_at);

CREATE TABLE live_statements (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  number BIGINT NOT NULL,
  repeats BIGINT,
  text_nl TEXT NOT NULL,
  text_en TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('prepared', 'open', 'closed')),
  is_shown INTEGER NOT NULL DEFAULT 0,
  could BIGINT NOT NULL DEFAULT 0,
  voted BIGINT NOT NULL DEFAULT 0,
  agreed BIGINT,
  disagreed BIGINT,
  no_opinion BIGINT,
  opened_at TEXT,
  closed_at TEXT,
  UNIQUE (workshop_id, number),
  CHECK (voted >= 5 OR agreed IS NULL),
  CHECK ((agreed IS NULL) = (disagreed IS NULL) AND (agreed IS NULL) = (no_opinion IS NULL))
);

CREATE TABLE live_turns (
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  question_id TEXT NOT NULL REFERENCES questions (id),
  turn TEXT NOT NULL CHECK (turn IN ('waiting', 'now', 'answered', 'later', 'merged')),
  answered_by TEXT NOT NULL DEFAULT '',
  merged_into TEXT REFERENCES questions (id),
  PRIMARY KEY (workshop_id, question_id),
  CHECK ((turn = 'merged') = (merged_into IS NOT NULL))
);

CREATE TABLE login_failures (
  name_hash TEXT PRIMARY KEY,
  tries BIGINT NOT NULL,
  last_at TEXT NOT NULL,
  retry_at TEXT NOT NULL
);

CREATE TABLE login_links (
  token_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'invitation')),
  browser_hash TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
);

CREATE TABLE login_sessions (
  token_hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES people (id),
  csrf TEXT NOT NULL,
  device TEXT NOT NULL,
  by_link INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);
CREATE INDEX login_sessions_person ON login_sessions (person_id);

CREATE TABLE memberships (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  side TEXT NOT NULL CHECK (side IN ('purchaser', 'supplier', 'adviser')),
  is_facilitator INTEGER NOT NULL DEFAULT 0,
  is_editor INTEGER NOT NULL DEFAULT 0,
  is_expert INTEGER NOT NULL DEFAULT 0,
  joined_at TEXT NOT NULL,
  UNIQUE (network_id, person_id)
);
CREATE INDEX memberships_person ON memberships (person_id);

CREATE TABLE message_people (
  message_id TEXT NOT NULL REFERENCES messages (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  left_out TEXT NOT NULL DEFAULT '' CHECK (left_out IN ('', 'suspended', 'invited', 'rights', 'choice')),
  outbox_id TEXT UNIQUE REFERENCES outbox (id),
  PRIMARY KEY (message_id, person_id)
);

CREATE TABLE messages (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  series_id TEXT NOT NULL REFERENCES series (id),
  workshop_id TEXT REFERENCES workshops (id),
  people TEXT NOT NULL CHECK (people IN ('members', 'registered', 'waiting', 'unregistered')),
  is_invitation INTEGER NOT NULL DEFAULT 0,
  subject_nl TEXT NOT NULL DEFAULT '',
  subject_en TEXT NOT NULL DEFAULT '',
  body_nl TEXT NOT NULL DEFAULT '',
  body_en TEXT NOT NULL DEFAULT '',
  form_number TEXT NOT NULL UNIQUE,
  sent_by TEXT NOT NULL REFERENCES people (id),
  sent_at TEXT NOT NULL
);
CREATE INDEX messages_series ON messages (series_id, sent_at);
CREATE INDEX messages_workshop ON messages (workshop_id, sent_at);

CREATE TABLE migrations (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at TEXT NOT NULL);

CREATE TABLE networks (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  name_nl TEXT NOT NULL,
  name_en TEXT NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('everyone', 'network')),
  about_nl TEXT NOT NULL DEFAULT '',
  about_en TEXT NOT NULL DEFAULT '',
  house_rules_nl TEXT NOT NULL DEFAULT '',
  house_rules_en TEXT NOT NULL DEFAULT ''
);

CREATE TABLE organisations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('purchaser', 'supplier', 'knowledge')),
  created_at TEXT NOT NULL
);

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES people (id),
  to_name TEXT NOT NULL,
  to_email TEXT NOT NULL,
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  made_at TEXT NOT NULL,
  tries BIGINT NOT NULL DEFAULT 0,
  next_at TEXT NOT NULL,
  sent_at TEXT,
  last_error TEXT NOT NULL DEFAULT ''
, claim TEXT NOT NULL DEFAULT '', claimed_until TEXT, withheld_at TEXT, calendar TEXT NOT NULL DEFAULT '');
CREATE INDEX outbox_person ON outbox (person_id, made_at);
CREATE INDEX outbox_waiting ON outbox (sent_at, next_at);

CREATE TABLE participants (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  UNIQUE (workshop_id, person_id)
);
CREATE INDEX participants_person ON participants (person_id);

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisations (id),
  job TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'suspended')),
  is_administrator INTEGER NOT NULL DEFAULT 0,
  password_hash TEXT,
  created_at TEXT NOT NULL
);
CREATE INDEX people_organisation ON people (organisation_id);

CREATE TABLE placements (
  statement_id TEXT NOT NULL REFERENCES statements (id),
  record_id TEXT NOT NULL REFERENCES records (id),
  position BIGINT NOT NULL,
  naming TEXT NOT NULL CHECK (naming IN ('name', 'organisation', 'role', 'none')),
  PRIMARY KEY (statement_id, record_id)
);
CREATE INDEX placements_record ON placements (record_id);

CREATE TABLE programmes (
  id TEXT PRIMARY KEY,
  name_nl TEXT NOT NULL,
  name_en TEXT NOT NULL,
  funder TEXT NOT NULL DEFAULT '',
  budget_line TEXT NOT NULL DEFAULT '',
  starts TEXT NOT NULL DEFAULT '',
  ends TEXT NOT NULL DEFAULT '',
  goals_nl TEXT NOT NULL DEFAULT '',
  goals_en TEXT NOT NULL DEFAULT ''
);

CREATE TABLE questions (
  id TEXT PRIMARY KEY REFERENCES records (id),
  workshop_id TEXT REFERENCES workshops (id),
  is_anonymous INTEGER NOT NULL DEFAULT 0,
  withdraw_hash TEXT,
  body TEXT NOT NULL DEFAULT '',
  vote_count BIGINT NOT NULL DEFAULT 0,
  answer_count BIGINT NOT NULL DEFAULT 0,
  accepted_answer_id TEXT REFERENCES records (id)
);
CREATE INDEX questions_workshop ON questions (workshop_id);

CREATE TABLE record_readers (
  record_id TEXT NOT NULL REFERENCES records (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (record_id, person_id)
);

CREATE TABLE records (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN
    ('workshop', 'session', 'question', 'answer', 'case', 'lesson', 'summary', 'version', 'commitment',
     'report', 'scenario', 'tender')),
  network_id TEXT NOT NULL REFERENCES networks (id),
  parent_id TEXT REFERENCES records (id),
  title TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  audience TEXT NOT NULL CHECK (audience IN
    ('everyone', 'network', 'purchasers', 'workshop', 'organisation', 'persons')),
  audience_of TEXT,
  owner_id TEXT REFERENCES people (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'withdrawn')),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  withdrawn_at TEXT,
  source_title TEXT NOT NULL DEFAULT '',
  source_url TEXT NOT NULL DEFAULT '',
  source_read_on TEXT NOT NULL DEFAULT '',
  certainty TEXT NOT NULL DEFAULT '' CHECK (certainty IN ('', 'read', 'partly', 'unverified')),
  CHECK ((audience IN ('workshop', 'organisation')) = (audience_of IS NOT NULL)),
  CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL))
);
CREATE INDEX records_counting ON records (kind, state, audience, network_id, audience_of, parent_id, owner_id, withdrawn_at, id);
CREATE INDEX records_listing ON records (kind, network_id, created_at, id);
CREATE INDEX records_newest ON records (kind, created_at, id);
CREATE INDEX records_owner ON records (owner_id);
CREATE INDEX records_parent ON records (parent_id);

CREATE TABLE registration_needs (
  registration_id TEXT PRIMARY KEY REFERENCES registrations (id),
  diet TEXT NOT NULL DEFAULT '',
  access TEXT NOT NULL DEFAULT ''
);

CREATE TABLE registration_terms (
  workshop_id TEXT PRIMARY KEY REFERENCES workshops (id),
  is_open INTEGER NOT NULL,
  room_places BIGINT NOT NULL CHECK (room_places >= 0),
  online_places BIGINT NOT NULL CHECK (online_places >= 0),
  organisation_most BIGINT CHECK (organisation_most > 0),
  last_number BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE registrations (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  organisation_id TEXT REFERENCES organisations (id),
  pool TEXT NOT NULL CHECK (pool IN ('room', 'online')),
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'waiting', 'offered', 'expired', 'cancelled')),
  number BIGINT NOT NULL,
  is_passed_over INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  offered_until TEXT,
  changed_at TEXT NOT NULL,
  reminded TEXT NOT NULL DEFAULT '' CHECK (reminded IN ('', 'week', 'day')), is_told_cancelled INTEGER NOT NULL DEFAULT 0,
  UNIQUE (workshop_id, person_id),
  UNIQUE (workshop_id, number),
  CHECK ((state = 'offered') = (offered_until IS NOT NULL)),
  CHECK ((is_passed_over = 1) = (reason <> ''))
);
CREATE INDEX registrations_due ON registrations (state, offered_until);
CREATE INDEX registrations_line ON registrations (workshop_id, pool, state, is_passed_over, number);
CREATE INDEX registrations_person ON registrations (person_id);

CREATE TABLE replies (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  received_at TEXT NOT NULL
);
CREATE INDEX replies_person ON replies (person_id, received_at);

CREATE TABLE reply_addresses (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  question_id TEXT NOT NULL REFERENCES records (id),
  expires_at TEXT NOT NULL,
  UNIQUE (person_id, question_id)
);

CREATE TABLE report_checks (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  part TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  text_hash TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('asked', 'agreed', 'commented')),
  decided_at TEXT,
  remark TEXT NOT NULL DEFAULT '',
  UNIQUE (workshop_id, part, person_id)
);
CREATE INDEX report_checks_person ON report_checks (person_id, decision);

CREATE TABLE report_draft_parts (
  workshop_id TEXT NOT NULL REFERENCES report_drafts (workshop_id),
  part TEXT NOT NULL,
  is_left_out INTEGER NOT NULL DEFAULT 0,
  remark TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (workshop_id, part)
);

CREATE TABLE report_drafts (
  workshop_id TEXT PRIMARY KEY REFERENCES workshops (id),
  revision BIGINT NOT NULL,
  introduction TEXT NOT NULL DEFAULT ''
);

CREATE TABLE report_items (
  report_id TEXT NOT NULL REFERENCES reports (id),
  part TEXT NOT NULL,
  position BIGINT NOT NULL,
  text TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL,
  record_id TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (report_id, part, position)
);

CREATE TABLE report_parts (
  report_id TEXT NOT NULL REFERENCES reports (id),
  part TEXT NOT NULL,
  position BIGINT NOT NULL,
  amount BIGINT,
  remark TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (report_id, part)
);

CREATE TABLE reports (
  id TEXT PRIMARY KEY REFERENCES records (id),
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  number BIGINT NOT NULL,
  fixed_at TEXT NOT NULL,
  introduction TEXT NOT NULL DEFAULT '',
  UNIQUE (workshop_id, number)
);

CREATE TABLE scenario_papers (
  scenario_id TEXT NOT NULL REFERENCES scenarios (id),
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  result_hash TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  bytes BYTEA,
  fault TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (scenario_id, language)
);

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

CREATE TABLE seal_keys (
  name TEXT PRIMARY KEY,
  key TEXT NOT NULL,
  made_at TEXT NOT NULL
);

CREATE TABLE search_documents (
  number INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL UNIQUE REFERENCES records (id),
  title_keys TEXT NOT NULL,
  main_keys TEXT NOT NULL
);

CREATE VIRTUAL TABLE search_index USING fts5 (
  keys,
  tokenize = "ascii tokenchars '+'", detail = none, columnsize = 0
);

CREATE TABLE search_texts (
  record_id TEXT PRIMARY KEY REFERENCES records (id),
  body TEXT NOT NULL,
  folded TEXT NOT NULL
);

CREATE TABLE search_words (
  entry TEXT PRIMARY KEY,
  letters BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX search_words_letters ON search_words (letters);

CREATE TABLE series (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  number BIGINT NOT NULL,
  name_nl TEXT NOT NULL,
  name_en TEXT NOT NULL,
  starts TEXT NOT NULL DEFAULT '',
  ends TEXT NOT NULL DEFAULT '',
  about_nl TEXT NOT NULL DEFAULT '',
  about_en TEXT NOT NULL DEFAULT '',
  UNIQUE (network_id, number)
);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY REFERENCES records (id),
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  position BIGINT NOT NULL,
  form TEXT NOT NULL CHECK (form IN
    ('opening', 'talk', 'discussion', 'pitch_round', 'tables', 'market_dialogue', 'closing')),
  title_en TEXT NOT NULL,
  starts TEXT NOT NULL DEFAULT '',
  minutes BIGINT,
  room TEXT NOT NULL DEFAULT '',
  about_nl TEXT NOT NULL DEFAULT '',
  about_en TEXT NOT NULL DEFAULT ''
);
CREATE INDEX sessions_workshop ON sessions (workshop_id, position);

CREATE TABLE speakers (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  organisation_name TEXT NOT NULL DEFAULT '',
  role_nl TEXT NOT NULL DEFAULT '',
  role_en TEXT NOT NULL DEFAULT ''
);
CREATE INDEX speakers_session ON speakers (session_id, position);

CREATE TABLE statements (
  id TEXT PRIMARY KEY,
  chapter_id TEXT NOT NULL REFERENCES chapters (id),
  position BIGINT NOT NULL,
  text_nl TEXT NOT NULL DEFAULT '',
  text_en TEXT NOT NULL DEFAULT ''
);
CREATE INDEX statements_chapter ON statements (chapter_id, position);

CREATE TABLE submissions (
  person_id TEXT NOT NULL REFERENCES people (id),
  submission_key TEXT NOT NULL,
  made TEXT NOT NULL DEFAULT '',
  sent_at TEXT NOT NULL,
  PRIMARY KEY (person_id, submission_key)
);
CREATE INDEX submissions_age ON submissions (sent_at);

CREATE TABLE summaries (
  id TEXT PRIMARY KEY REFERENCES records (id),
  languages TEXT NOT NULL CHECK (languages IN ('nl', 'en', 'nl en')),
  title_nl TEXT NOT NULL DEFAULT '',
  title_en TEXT NOT NULL DEFAULT '',
  preface_nl TEXT NOT NULL DEFAULT '',
  preface_en TEXT NOT NULL DEFAULT '',
  revision BIGINT NOT NULL DEFAULT 1
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

CREATE TABLE topic_counts (
  topic_id TEXT PRIMARY KEY REFERENCES topics (id),
  votes BIGINT NOT NULL CHECK (votes >= 0)
);

CREATE TABLE topic_outcomes (
  round_id TEXT PRIMARY KEY REFERENCES topic_rounds (id),
  closed_at TEXT NOT NULL,
  closed_by TEXT REFERENCES people (id),
  could_vote BIGINT NOT NULL,
  did_vote BIGINT NOT NULL,
  hash TEXT NOT NULL
);

CREATE TABLE topic_rounds (
  id TEXT PRIMARY KEY,
  series_id TEXT NOT NULL UNIQUE REFERENCES series (id),
  audience TEXT NOT NULL CHECK (audience IN ('network', 'purchasers')),
  votes_each BIGINT NOT NULL CHECK (votes_each BETWEEN 1 AND 10),
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL REFERENCES people (id),
  closes_at TEXT NOT NULL
);

CREATE TABLE topic_voters (
  round_id TEXT NOT NULL REFERENCES topic_rounds (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  PRIMARY KEY (round_id, person_id)
);

CREATE TABLE topic_votes (
  topic_id TEXT NOT NULL REFERENCES topics (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (topic_id, person_id)
);

CREATE TABLE topic_workshops (
  topic_id TEXT PRIMARY KEY REFERENCES topics (id),
  workshop_id TEXT NOT NULL REFERENCES workshops (id)
);
CREATE INDEX topic_workshops_workshop ON topic_workshops (workshop_id);

CREATE TABLE topics (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES topic_rounds (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  title TEXT NOT NULL,
  why TEXT NOT NULL,
  theme TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  proposed_at TEXT NOT NULL
);
CREATE INDEX topics_round ON topics (round_id);

CREATE TABLE version_chapters (
  version_id TEXT NOT NULL REFERENCES versions (id),
  position BIGINT NOT NULL,
  title_nl TEXT NOT NULL,
  title_en TEXT NOT NULL,
  intro_nl TEXT NOT NULL,
  intro_en TEXT NOT NULL,
  PRIMARY KEY (version_id, position)
);

CREATE TABLE version_files (
  version_id TEXT NOT NULL REFERENCES versions (id),
  language TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('pdf', 'odt', 'docx', 'epub')),
  sha256 TEXT NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (version_id, language, format)
);

CREATE TABLE version_sources (
  version_id TEXT NOT NULL REFERENCES versions (id),
  chapter BIGINT NOT NULL,
  statement BIGINT NOT NULL,
  position BIGINT NOT NULL,
  record_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  title_language TEXT NOT NULL,
  named_as TEXT NOT NULL,
  workshop_id TEXT NOT NULL DEFAULT '',
  workshop_nl TEXT NOT NULL DEFAULT '',
  workshop_en TEXT NOT NULL DEFAULT '',
  source_title TEXT NOT NULL,
  source_url TEXT NOT NULL,
  certainty TEXT NOT NULL,
  PRIMARY KEY (version_id, chapter, statement, position)
);
CREATE INDEX version_sources_record ON version_sources (record_id);

CREATE TABLE version_statements (
  version_id TEXT NOT NULL REFERENCES versions (id),
  chapter BIGINT NOT NULL,
  position BIGINT NOT NULL,
  text_nl TEXT NOT NULL,
  text_en TEXT NOT NULL,
  PRIMARY KEY (version_id, chapter, position)
);

CREATE TABLE versions (
  id TEXT PRIMARY KEY REFERENCES records (id),
  summary_id TEXT NOT NULL REFERENCES summaries (id),
  number BIGINT NOT NULL,
  languages TEXT NOT NULL,
  reason TEXT NOT NULL,
  frozen_at TEXT NOT NULL,
  frozen_by TEXT REFERENCES people (id),
  title_nl TEXT NOT NULL,
  title_en TEXT NOT NULL,
  preface_nl TEXT NOT NULL,
  preface_en TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (summary_id, number)
);

CREATE TABLE votes (
  question_id TEXT NOT NULL REFERENCES questions (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (question_id, person_id)
);

CREATE TABLE waiting_questions (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  audience TEXT NOT NULL,
  audience_of TEXT,
  workshop_id TEXT REFERENCES workshops (id),
  body TEXT NOT NULL,
  withdraw_hash TEXT NOT NULL,
  show_after TEXT NOT NULL
);

CREATE TABLE workshops (
  id TEXT PRIMARY KEY REFERENCES records (id),
  series_id TEXT NOT NULL REFERENCES series (id),
  number BIGINT NOT NULL,
  title_en TEXT NOT NULL,
  day TEXT NOT NULL DEFAULT '',
  starts TEXT NOT NULL DEFAULT '',
  ends TEXT NOT NULL DEFAULT '',
  day_note_nl TEXT NOT NULL DEFAULT '',
  day_note_en TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  place_note_nl TEXT NOT NULL DEFAULT '',
  place_note_en TEXT NOT NULL DEFAULT '',
  about_nl TEXT NOT NULL DEFAULT '',
  about_en TEXT NOT NULL DEFAULT '', takes_registrations INTEGER NOT NULL DEFAULT 0, sequence BIGINT NOT NULL DEFAULT 0, cancelled_at TEXT, cancelled_why_nl TEXT NOT NULL DEFAULT '', cancelled_why_en TEXT NOT NULL DEFAULT '',
  UNIQUE (series_id, number)
);
CREATE INDEX workshops_day ON workshops (day);
