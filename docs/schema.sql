CREATE TABLE agency (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_kana TEXT NOT NULL DEFAULT '',
  name_folded TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  fax TEXT NOT NULL DEFAULT '',
  hours TEXT NOT NULL DEFAULT '',
  about TEXT NOT NULL DEFAULT '',
  how_to_ask TEXT NOT NULL DEFAULT '',
  corporation_number TEXT NOT NULL DEFAULT '',
  is_programme_section INTEGER NOT NULL DEFAULT 0 CHECK (is_programme_section IN (0, 1)),
  takes_referrals INTEGER NOT NULL DEFAULT 0 CHECK (takes_referrals IN (0, 1)),
  source TEXT NOT NULL DEFAULT '',
  source_key TEXT,
  source_note TEXT NOT NULL DEFAULT '',
  possibly_ended INTEGER NOT NULL DEFAULT 0 CHECK (possibly_ended IN (0, 1)),
  confirmed_on TEXT,
  ended_on TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (source, source_key)
) STRICT;

CREATE INDEX agency_by_name ON agency (name_kana, name);

CREATE INDEX agency_taking_referrals ON agency (takes_referrals, name_kana) WHERE takes_referrals = 1;

CREATE TABLE agency_area (
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  area TEXT NOT NULL,
  PRIMARY KEY (agency_id, area)
) STRICT, WITHOUT ROWID;

CREATE TABLE agency_field (
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  field TEXT NOT NULL,
  PRIMARY KEY (agency_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE agency_programme (
  id INTEGER PRIMARY KEY,
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  programme TEXT NOT NULL CHECK (programme IN ('consult', 'participation', 'community', 'outreach', 'multi')),
  delivery TEXT NOT NULL CHECK (delivery IN ('direct', 'entrusted')),
  from_on TEXT NOT NULL,
  until_on TEXT,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX agency_programme_of ON agency_programme (agency_id, programme);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  visibility TEXT NOT NULL CHECK (visibility IN ('ownAgency', 'team', 'meeting')),
  added_at INTEGER NOT NULL
) STRICT;

CREATE INDEX attachment_of_case ON attachment (case_file_id);

CREATE TABLE audit_entry (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  staff_id INTEGER,
  agency_id INTEGER,
  act TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'denied', 'refused', 'failed')),
  case_file_id INTEGER,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  request TEXT NOT NULL,
  remote TEXT NOT NULL,
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE INDEX audit_by_case ON audit_entry (case_file_id, id) WHERE case_file_id IS NOT NULL;

CREATE INDEX audit_by_staff ON audit_entry (staff_id, id);

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TABLE case_event (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  event TEXT NOT NULL,
  stage TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  staff_id INTEGER REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX case_event_of ON case_event (case_file_id, id);

CREATE TABLE case_file (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  resident_id INTEGER REFERENCES resident (id),
  household_id INTEGER REFERENCES household (id),
  label TEXT NOT NULL,
  stage TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  opened_by INTEGER NOT NULL REFERENCES agency (id),
  in_charge INTEGER REFERENCES staff (id),
  pre_consent INTEGER NOT NULL DEFAULT 0 CHECK (pre_consent IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX case_file_of_household ON case_file (household_id);

CREATE INDEX case_file_of_resident ON case_file (resident_id);

CREATE TABLE case_ground (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  ground TEXT NOT NULL CHECK (ground IN ('ownRecord', 'acceptedReferral', 'multiReferral', 'programmeSection')),
  reach TEXT NOT NULL CHECK (reach IN ('team', 'handedOver')),
  referral_id INTEGER,
  since INTEGER NOT NULL,
  until INTEGER,
  is_open INTEGER GENERATED ALWAYS AS (until IS NULL) STORED,
  touched_at INTEGER NOT NULL
) STRICT;

CREATE INDEX case_ground_list ON case_ground (agency_id, is_open, touched_at DESC, case_file_id);

CREATE INDEX case_ground_of_case ON case_ground (case_file_id, agency_id, is_open, reach);

CREATE TRIGGER note_reader_of_changed_ground AFTER UPDATE OF until, reach ON case_ground BEGIN
  DELETE FROM note_reader WHERE agency_id = NEW.agency_id
    AND note_id IN (SELECT n.id FROM note n WHERE n.case_file_id = NEW.case_file_id);
  INSERT OR IGNORE INTO note_reader SELECT g.agency_id, n.id FROM case_ground g JOIN note n ON n.case_file_id = g.case_file_id
  WHERE g.case_file_id = NEW.case_file_id AND g.agency_id = NEW.agency_id AND g.is_open = 1
    AND (n.agency_id = g.agency_id OR (n.visibility = 'team' AND g.reach = 'team'));
END;

CREATE TRIGGER note_reader_of_new_ground AFTER INSERT ON case_ground WHEN NEW.until IS NULL BEGIN
  INSERT OR IGNORE INTO note_reader SELECT NEW.agency_id, n.id FROM note n
  WHERE n.case_file_id = NEW.case_file_id AND (n.agency_id = NEW.agency_id OR (n.visibility = 'team' AND NEW.reach = 'team'));
END;

CREATE TABLE consultation (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  resident_id INTEGER REFERENCES resident (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  received_by INTEGER NOT NULL REFERENCES staff (id),
  received_on TEXT NOT NULL,
  channel TEXT NOT NULL DEFAULT '',
  form TEXT NOT NULL,
  form_version INTEGER NOT NULL,
  caller_kind TEXT NOT NULL DEFAULT '',
  caller_name TEXT NOT NULL DEFAULT '',
  caller_phone TEXT NOT NULL DEFAULT '',
  caller_relation TEXT NOT NULL DEFAULT '',
  is_anonymous INTEGER NOT NULL DEFAULT 0 CHECK (is_anonymous IN (0, 1)),
  urgency TEXT NOT NULL DEFAULT '',
  concern_text TEXT NOT NULL DEFAULT '',
  consent TEXT NOT NULL DEFAULT 'undecided' CHECK (consent IN ('undecided', 'given', 'notObtained')),
  consent_facts TEXT NOT NULL DEFAULT '{}',
  answers TEXT NOT NULL DEFAULT '{}',
  asked TEXT NOT NULL DEFAULT '',
  recorded_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX consultation_by_day ON consultation (received_on DESC, id DESC);

CREATE INDEX consultation_list ON consultation (agency_id, received_on DESC, id DESC);

CREATE INDEX consultation_of_case ON consultation (case_file_id, id);

CREATE TABLE consultation_concern (
  consultation_id INTEGER NOT NULL REFERENCES consultation (id),
  code TEXT NOT NULL,
  is_main INTEGER NOT NULL CHECK (is_main IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (consultation_id, code)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX one_main_concern ON consultation_concern (consultation_id) WHERE is_main = 1;

CREATE TABLE consultation_correction (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultation (id),
  version INTEGER NOT NULL,
  before TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  UNIQUE (consultation_id, version)
) STRICT;

CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  form TEXT NOT NULL,
  subject TEXT NOT NULL,
  title TEXT NOT NULL,
  fields TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  saved_at INTEGER NOT NULL
) STRICT;

CREATE INDEX draft_of_staff ON draft (staff_id, saved_at DESC);

CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  source_key TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (source, source_key)
) STRICT;

CREATE TABLE household_member (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  resident_id INTEGER NOT NULL REFERENCES resident (id),
  relation TEXT NOT NULL DEFAULT '',
  relation_note TEXT NOT NULL DEFAULT '',
  lives_together INTEGER NOT NULL DEFAULT 1 CHECK (lives_together IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  from_on TEXT NOT NULL DEFAULT '',
  until_on TEXT,
  recorded_by INTEGER REFERENCES staff (id),
  recorded_at INTEGER NOT NULL
) STRICT;

CREATE INDEX household_member_of ON household_member (household_id, until_on);

CREATE INDEX household_member_person ON household_member (resident_id, until_on);

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  held_on TEXT NOT NULL,
  held_at TEXT NOT NULL DEFAULT '',
  minutes INTEGER,
  method TEXT NOT NULL DEFAULT '',
  counterpart TEXT NOT NULL DEFAULT '',
  met TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  facts TEXT NOT NULL CHECK (facts <> ''),
  opinion TEXT NOT NULL DEFAULT '',
  next_action TEXT NOT NULL DEFAULT '',
  next_due TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('ownAgency', 'team', 'meeting')),
  replaces INTEGER UNIQUE REFERENCES note (id),
  correction_reason TEXT NOT NULL DEFAULT '',
  recorded_at INTEGER NOT NULL,
  CHECK (replaces IS NULL OR correction_reason <> '')
) STRICT;

CREATE INDEX note_of_agency ON note (agency_id, recorded_at DESC);

CREATE INDEX note_of_case ON note (case_file_id, held_on DESC, id DESC);

CREATE TRIGGER note_is_never_changed BEFORE UPDATE OF id, case_file_id, agency_id, staff_id, held_on, held_at, minutes, method,
  counterpart, met, title, facts, opinion, next_action, next_due, replaces, correction_reason, recorded_at ON note BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;

CREATE TRIGGER note_is_never_deleted BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'a note is never deleted'); END;

CREATE TRIGGER note_reader_of_new_note AFTER INSERT ON note BEGIN
  INSERT OR IGNORE INTO note_reader SELECT g.agency_id, NEW.id FROM case_ground g
  WHERE g.case_file_id = NEW.case_file_id AND g.is_open = 1
    AND (g.agency_id = NEW.agency_id OR (NEW.visibility = 'team' AND g.reach = 'team'));
END;

CREATE TRIGGER note_reader_of_visibility AFTER UPDATE OF visibility ON note BEGIN
  DELETE FROM note_reader WHERE note_id = NEW.id
    AND agency_id IN (SELECT g.agency_id FROM case_ground g WHERE g.case_file_id = NEW.case_file_id);
  INSERT OR IGNORE INTO note_reader SELECT g.agency_id, NEW.id FROM case_ground g
  WHERE g.case_file_id = NEW.case_file_id AND g.is_open = 1
    AND (g.agency_id = NEW.agency_id OR (NEW.visibility = 'team' AND g.reach = 'team'));
END;

CREATE TABLE note_reader (
  agency_id INTEGER NOT NULL,
  note_id INTEGER NOT NULL,
  PRIMARY KEY (agency_id, note_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE note_review (
  id INTEGER PRIMARY KEY,
  note_id INTEGER NOT NULL REFERENCES note (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  comment TEXT NOT NULL DEFAULT '',
  confirms INTEGER NOT NULL CHECK (confirms IN (0, 1)),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX note_review_of ON note_review (note_id);

CREATE VIRTUAL TABLE note_text USING fts5(words, content='', tokenize='bigram');

CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  municipality_code TEXT NOT NULL,
  profile TEXT NOT NULL,
  opened_at INTEGER NOT NULL
) STRICT;

CREATE TABLE referral (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  consultation_id INTEGER REFERENCES consultation (id),
  from_agency INTEGER NOT NULL REFERENCES agency (id),
  from_staff INTEGER NOT NULL REFERENCES staff (id),
  to_agency INTEGER NOT NULL REFERENCES agency (id),
  is_multi INTEGER NOT NULL DEFAULT 0 CHECK (is_multi IN (0, 1)),
  stage TEXT NOT NULL CHECK (stage IN
    ('draft', 'requested', 'accepted', 'acceptedInPart', 'returned', 'withdrawn', 'inProgress', 'reported', 'confirmed')),
  reason TEXT NOT NULL DEFAULT '',
  asked TEXT NOT NULL DEFAULT '',
  wishes TEXT NOT NULL DEFAULT '',
  prior_contact_on TEXT NOT NULL DEFAULT '',
  prior_contact_at TEXT NOT NULL DEFAULT '',
  prior_contact_with TEXT NOT NULL DEFAULT '',
  accompany TEXT NOT NULL DEFAULT '',
  explained_on TEXT NOT NULL DEFAULT '',
  explained_by TEXT NOT NULL DEFAULT '',
  agreement TEXT NOT NULL DEFAULT 'undecided' CHECK (agreement IN ('undecided', 'agreed', 'notObtained')),
  no_consent_reason TEXT NOT NULL DEFAULT '',
  no_consent_note TEXT NOT NULL DEFAULT '',
  answer_due_on TEXT,
  snapshot TEXT NOT NULL DEFAULT '{}',
  draft_fields TEXT NOT NULL DEFAULT '[]',
  requested_at INTEGER,
  answered_at INTEGER,
  created_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (from_agency <> to_agency)
) STRICT;

CREATE INDEX referral_multi ON referral (is_multi, stage, touched_at DESC) WHERE is_multi = 1;

CREATE INDEX referral_of_case ON referral (case_file_id);

CREATE INDEX referral_received ON referral (to_agency, stage, touched_at DESC);

CREATE INDEX referral_sent ON referral (from_agency, stage, touched_at DESC);

CREATE TRIGGER referral_is_kept_as_requested BEFORE UPDATE OF case_file_id, consultation_id, from_agency, from_staff, to_agency,
  is_multi, reason, asked, wishes, prior_contact_on, prior_contact_at, prior_contact_with, accompany, explained_on, explained_by,
  agreement, no_consent_reason, no_consent_note, snapshot, requested_at ON referral WHEN old.stage <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'a referral stays as it was requested'); END;

CREATE TABLE referral_event (
  id INTEGER PRIMARY KEY,
  referral_id INTEGER NOT NULL REFERENCES referral (id),
  act TEXT NOT NULL,
  stage TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  at INTEGER NOT NULL,
  reason_code TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '',
  not_taken TEXT NOT NULL DEFAULT '',
  talked_on TEXT NOT NULL DEFAULT '',
  talked_with TEXT NOT NULL DEFAULT '',
  talked_how TEXT NOT NULL DEFAULT '',
  talked_summary TEXT NOT NULL DEFAULT '',
  CHECK (act <> 'handBack' OR (reason_code <> '' AND words <> '' AND talked_on <> '' AND talked_with <> ''))
) STRICT;

CREATE INDEX referral_event_of ON referral_event (referral_id, id);

CREATE TRIGGER referral_event_is_never_changed BEFORE UPDATE ON referral_event
  BEGIN SELECT RAISE(ABORT, 'a referral event is never changed'); END;

CREATE TRIGGER referral_event_is_never_deleted BEFORE DELETE ON referral_event
  BEGIN SELECT RAISE(ABORT, 'a referral event is never deleted'); END;

CREATE TABLE relationship (
  id INTEGER PRIMARY KEY,
  resident_id INTEGER NOT NULL REFERENCES resident (id),
  other_id INTEGER NOT NULL REFERENCES resident (id),
  relation TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  from_on TEXT NOT NULL DEFAULT '',
  until_on TEXT,
  recorded_by INTEGER REFERENCES staff (id),
  recorded_at INTEGER NOT NULL,
  CHECK (resident_id <> other_id)
) STRICT;

CREATE INDEX relationship_of ON relationship (resident_id);

CREATE INDEX relationship_with ON relationship (other_id);

CREATE TABLE resident (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  name_kana TEXT NOT NULL DEFAULT '',
  other_name TEXT NOT NULL DEFAULT '',
  name_key TEXT NOT NULL DEFAULT '',
  kana_key TEXT NOT NULL DEFAULT '',
  sex TEXT NOT NULL DEFAULT 'unknown',
  sex_note TEXT NOT NULL DEFAULT '',
  birth TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  address_key TEXT NOT NULL DEFAULT '',
  no_fixed_address INTEGER NOT NULL DEFAULT 0 CHECK (no_fixed_address IN (0, 1)),
  phone_home TEXT NOT NULL DEFAULT '',
  phone_mobile TEXT NOT NULL DEFAULT '',
  phone_note TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  source_key TEXT,
  source_household TEXT,
  registered_by INTEGER REFERENCES agency (id),
  -- The record of the same person that the writer of this one may not see: identity is shared, content is not.
  same_as INTEGER REFERENCES resident (id),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (source, source_key)
) STRICT;

CREATE INDEX resident_by_birth ON resident (birth);

CREATE INDEX resident_by_kana_key ON resident (kana_key);

CREATE INDEX resident_by_name_key ON resident (name_key);

CREATE VIRTUAL TABLE resident_text USING fts5(words, content='', tokenize='bigram', prefix='1');

CREATE TABLE schema_version (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  fingerprint INTEGER NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;

CREATE TABLE session (
  token_hash BLOB PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  started_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  ended_at INTEGER,
  remote TEXT NOT NULL,
  browser TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_of_staff ON session (staff_id, ended_at);

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  sign_in_name TEXT NOT NULL UNIQUE CHECK (sign_in_name <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  name_kana TEXT NOT NULL DEFAULT '',
  job_title TEXT NOT NULL DEFAULT '',
  password_hash TEXT NOT NULL,
  must_change_password INTEGER NOT NULL DEFAULT 1 CHECK (must_change_password IN (0, 1)),
  failed_attempts INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER,
  active_from TEXT NOT NULL,
  active_until TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX staff_of_agency ON staff (agency_id, name_kana);

CREATE TABLE staff_role (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  role TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT,
  PRIMARY KEY (staff_id, role, from_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
  token TEXT PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  path TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  staff_id INTEGER REFERENCES staff (id),
  what TEXT NOT NULL CHECK (what <> ''),
  due_on TEXT,
  note_id INTEGER REFERENCES note (id),
  created_by INTEGER NOT NULL REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  done_at INTEGER,
  done_by INTEGER REFERENCES staff (id)
) STRICT;

CREATE INDEX task_of_agency ON task (agency_id, due_on) WHERE done_at IS NULL;

CREATE INDEX task_of_case ON task (case_file_id, done_at);

CREATE INDEX task_of_staff ON task (staff_id, due_on) WHERE done_at IS NULL;
