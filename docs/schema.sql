CREATE TABLE access_answer (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL,
  case_number TEXT NOT NULL,
  requested_on TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL CHECK (until_on >= from_on),
  names_staff INTEGER NOT NULL CHECK (names_staff IN (0, 1)),
  names_agencies INTEGER NOT NULL CHECK (names_agencies IN (0, 1)),
  -- From which day the log still stands here; what is older is in an archive.
  kept_from TEXT NOT NULL DEFAULT '',
  lines TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER access_answer_is_never_changed BEFORE UPDATE ON access_answer
  BEGIN SELECT RAISE(ABORT, 'an answer is never changed'); END;

CREATE TRIGGER access_answer_is_never_deleted BEFORE DELETE ON access_answer
  BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;

CREATE TABLE access_pattern (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('ownSurname', 'manyCases', 'manySearches', 'outOfHours', 'afterEnd', 'repeatedDenials',
    'emergency', 'export')),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER REFERENCES agency (id),
  case_file_id INTEGER,
  -- The day or the month of which it tells.
  period TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  -- What is usual for this person, where that was compared.
  usual INTEGER,
  hour INTEGER CHECK (hour BETWEEN 0 AND 23),
  first_entry INTEGER NOT NULL,
  last_entry INTEGER NOT NULL,
  found_at INTEGER NOT NULL,
  finding TEXT NOT NULL DEFAULT '' CHECK (finding IN ('', 'fine', 'unclear', 'improper'))
) STRICT;

CREATE INDEX access_pattern_list ON access_pattern (finding, id);

CREATE UNIQUE INDEX one_access_pattern ON access_pattern (staff_id, kind, period, coalesce(case_file_id, 0));

CREATE TRIGGER access_pattern_is_never_deleted BEFORE DELETE ON access_pattern
  BEGIN SELECT RAISE(ABORT, 'a pattern is never deleted'); END;

CREATE TABLE access_pattern_cursor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  number INTEGER NOT NULL
) STRICT;

CREATE TABLE access_pattern_review (
  id INTEGER PRIMARY KEY,
  pattern_id INTEGER NOT NULL REFERENCES access_pattern (id),
  finding TEXT NOT NULL CHECK (finding IN ('fine', 'unclear', 'improper')),
  words TEXT NOT NULL CHECK (finding = 'fine' OR words <> ''),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX access_pattern_review_of ON access_pattern_review (pattern_id, id);

CREATE TRIGGER access_pattern_review_is_by_another BEFORE INSERT ON access_pattern_review
  WHEN NEW.staff_id = (SELECT staff_id FROM access_pattern WHERE id = NEW.pattern_id)
  BEGIN SELECT RAISE(ABORT, 'nobody reviews the own reading'); END;

CREATE TRIGGER access_pattern_review_is_never_changed BEFORE UPDATE ON access_pattern_review
  BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END;

CREATE TRIGGER access_pattern_review_is_never_deleted BEFORE DELETE ON access_pattern_review
  BEGIN SELECT RAISE(ABORT, 'a review is never deleted'); END;

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

CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
  coordination_id INTEGER NOT NULL REFERENCES coordination (id),
  round INTEGER NOT NULL CHECK (round > 0),
  form TEXT NOT NULL,
  form_version INTEGER NOT NULL,
  answers TEXT NOT NULL DEFAULT '{}',
  -- Where an answer came from, by question, and which sheets were saved (JSON).
  sources TEXT NOT NULL DEFAULT '{}',
  needs_outreach INTEGER NOT NULL DEFAULT 0 CHECK (needs_outreach IN (0, 1)),
  needs_participation INTEGER NOT NULL DEFAULT 0 CHECK (needs_participation IN (0, 1)),
  started_on TEXT NOT NULL,
  completed_on TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  saved_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (coordination_id, round)
) STRICT;

CREATE TABLE assessment_history (
  assessment_id INTEGER NOT NULL REFERENCES assessment (id),
  version INTEGER NOT NULL,
  answers TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (assessment_id, version)
) STRICT, WITHOUT ROWID;

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
, names_whereabouts INTEGER NOT NULL DEFAULT 0 CHECK (names_whereabouts IN (0, 1))) STRICT;

CREATE INDEX attachment_of_case ON attachment (case_file_id);

CREATE TABLE audit_checkpoint (
  id INTEGER PRIMARY KEY,
  first_number INTEGER NOT NULL,
  number INTEGER NOT NULL UNIQUE CHECK (number >= first_number),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  file_hash BLOB NOT NULL CHECK (length(file_hash) = 32),
  before_on TEXT NOT NULL,
  operator TEXT NOT NULL CHECK (operator <> ''),
  at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER audit_checkpoint_is_never_changed BEFORE UPDATE ON audit_checkpoint
  BEGIN SELECT RAISE(ABORT, 'a checkpoint of the audit log is never changed'); END;

CREATE TRIGGER audit_checkpoint_is_never_deleted BEFORE DELETE ON audit_checkpoint
  BEGIN SELECT RAISE(ABORT, 'a checkpoint of the audit log is never deleted'); END;

CREATE TRIGGER audit_checkpoint_stands_on_the_log BEFORE INSERT ON audit_checkpoint
  WHEN NOT EXISTS (SELECT 1 FROM audit_entry WHERE id = NEW.number AND hash = NEW.hash AND at <= NEW.at - 31536000)
  BEGIN SELECT RAISE(ABORT, 'only entries that are in the log and a year old can be archived'); END;

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

CREATE INDEX audit_by_time ON audit_entry (at, outcome);

CREATE INDEX audit_denied ON audit_entry (subject, id) WHERE outcome = 'denied';

CREATE INDEX audit_not_done ON audit_entry (outcome, id) WHERE outcome <> 'done';

CREATE INDEX audit_rare_act ON audit_entry (act, id)
  WHERE act NOT IN ('seeHome', 'seeCases', 'seeCase', 'saveDraft', 'signIn', 'search', 'writeNote');

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit_entry
  WHEN OLD.id > coalesce((SELECT max(number) FROM audit_checkpoint), 0)
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_is_never_put_back BEFORE INSERT ON audit_entry
  WHEN NEW.id <= coalesce((SELECT max(number) FROM audit_checkpoint), 0)
  BEGIN SELECT RAISE(ABORT, 'what was archived is not written again'); END;

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

CREATE INDEX case_file_ended ON case_file (stage, opened_on);

CREATE INDEX case_file_of_charge ON case_file (in_charge) WHERE in_charge IS NOT NULL;

CREATE INDEX case_file_of_household ON case_file (household_id);

CREATE INDEX case_file_of_resident ON case_file (resident_id);

CREATE TRIGGER resident_reader_of_case AFTER UPDATE OF resident_id, household_id ON case_file BEGIN
  DELETE FROM resident_reader WHERE resident_id IN (SELECT OLD.resident_id UNION ALL SELECT m.resident_id FROM household_member m WHERE m.household_id = OLD.household_id) AND NOT EXISTS (SELECT 1 FROM resident_in_reach v
      WHERE v.resident_id = resident_reader.resident_id AND v.agency_id = resident_reader.agency_id);
  INSERT OR IGNORE INTO resident_reader SELECT v.resident_id, v.agency_id FROM resident_in_reach v WHERE v.case_file_id = NEW.id;
END;

CREATE TABLE "case_ground" (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  ground TEXT NOT NULL CHECK (ground IN
    ('ownRecord', 'acceptedReferral', 'multiReferral', 'programmeSection', 'planRole', 'mainSupporter')),
  reach TEXT NOT NULL CHECK (reach IN ('team', 'handedOver')),
  referral_id INTEGER,
  coordination_id INTEGER REFERENCES coordination (id),
  -- Seconds since 1970: notes of other agencies recorded before are not shared yet. 0 shares them all.
  notes_since INTEGER NOT NULL DEFAULT 0,
  since INTEGER NOT NULL,
  until INTEGER,
  is_open INTEGER GENERATED ALWAYS AS (until IS NULL) STORED,
  touched_at INTEGER NOT NULL,
  -- The oldest open ground of the agency on the case, kept by triggers: lists that walk these show a case once.
  is_first INTEGER NOT NULL DEFAULT 0 CHECK (is_first IN (0, 1))
) STRICT;

CREATE INDEX case_ground_list ON case_ground (agency_id, is_open, is_first, touched_at DESC, case_file_id);

CREATE INDEX case_ground_of_case ON case_ground (case_file_id, agency_id, is_open, reach);

CREATE TRIGGER first_ground_of_ended AFTER UPDATE OF until ON case_ground BEGIN
  UPDATE case_ground SET is_first = id IS (SELECT min(f.id) FROM case_ground f
    WHERE f.case_file_id = NEW.case_file_id AND f.agency_id = NEW.agency_id AND f.is_open = 1)
  WHERE case_file_id = NEW.case_file_id AND agency_id = NEW.agency_id;
END;

CREATE TRIGGER first_ground_of_new AFTER INSERT ON case_ground BEGIN
  UPDATE case_ground SET is_first = id IS (SELECT min(f.id) FROM case_ground f
    WHERE f.case_file_id = NEW.case_file_id AND f.agency_id = NEW.agency_id AND f.is_open = 1)
  WHERE case_file_id = NEW.case_file_id AND agency_id = NEW.agency_id;
END;

CREATE TRIGGER first_ground_of_removed AFTER DELETE ON case_ground BEGIN
  UPDATE case_ground SET is_first = id IS (SELECT min(f.id) FROM case_ground f
    WHERE f.case_file_id = OLD.case_file_id AND f.agency_id = OLD.agency_id AND f.is_open = 1)
  WHERE case_file_id = OLD.case_file_id AND agency_id = OLD.agency_id;
END;

CREATE TRIGGER note_reader_of_changed_ground AFTER UPDATE OF until, reach, notes_since ON case_ground BEGIN
  DELETE FROM note_reader WHERE agency_id = NEW.agency_id AND note_id IN (SELECT n.id FROM note n WHERE n.case_file_id = NEW.case_file_id
    AND NOT EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = NEW.case_file_id AND g.agency_id = NEW.agency_id AND g.is_open = 1
      AND (n.agency_id = g.agency_id OR (n.visibility = 'team' AND g.reach = 'team' AND n.recorded_at >= g.notes_since))));
  INSERT OR IGNORE INTO note_reader SELECT g.agency_id, n.id FROM case_ground g JOIN note n ON n.case_file_id = g.case_file_id
  WHERE g.case_file_id = NEW.case_file_id AND g.agency_id = NEW.agency_id AND g.is_open = 1
    AND (n.agency_id = g.agency_id OR (n.visibility = 'team' AND g.reach = 'team' AND n.recorded_at >= g.notes_since));
END;

CREATE TRIGGER note_reader_of_new_ground AFTER INSERT ON case_ground WHEN NEW.until IS NULL BEGIN
  INSERT OR IGNORE INTO note_reader SELECT NEW.agency_id, n.id FROM note n
  WHERE n.case_file_id = NEW.case_file_id
    AND (n.agency_id = NEW.agency_id OR (n.visibility = 'team' AND NEW.reach = 'team' AND n.recorded_at >= NEW.notes_since));
END;

CREATE TRIGGER resident_reader_of_changed_ground AFTER UPDATE OF until, reach, agency_id, case_file_id ON case_ground BEGIN
  DELETE FROM resident_reader WHERE agency_id = OLD.agency_id AND resident_id IN (SELECT c.resident_id FROM case_file c WHERE c.id = OLD.case_file_id
    UNION ALL SELECT m.resident_id FROM case_file c JOIN household_member m ON m.household_id = c.household_id WHERE c.id = OLD.case_file_id) AND NOT EXISTS (SELECT 1 FROM resident_in_reach v
      WHERE v.resident_id = resident_reader.resident_id AND v.agency_id = resident_reader.agency_id);
  INSERT OR IGNORE INTO resident_reader SELECT v.resident_id, v.agency_id FROM resident_in_reach v
  WHERE v.case_file_id = NEW.case_file_id AND v.agency_id = NEW.agency_id;
END;

CREATE TRIGGER resident_reader_of_new_ground AFTER INSERT ON case_ground WHEN NEW.until IS NULL BEGIN
  INSERT OR IGNORE INTO resident_reader SELECT v.resident_id, v.agency_id FROM resident_in_reach v
  WHERE v.case_file_id = NEW.case_file_id AND v.agency_id = NEW.agency_id;
END;

CREATE TRIGGER resident_reader_of_past_ground AFTER DELETE ON case_ground BEGIN
  DELETE FROM resident_reader WHERE agency_id = OLD.agency_id AND resident_id IN (SELECT c.resident_id FROM case_file c WHERE c.id = OLD.case_file_id
    UNION ALL SELECT m.resident_id FROM case_file c JOIN household_member m ON m.household_id = c.household_id WHERE c.id = OLD.case_file_id) AND NOT EXISTS (SELECT 1 FROM resident_in_reach v
      WHERE v.resident_id = resident_reader.resident_id AND v.agency_id = resident_reader.agency_id);
END;

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  resident_id INTEGER REFERENCES resident (id),
  -- 申込みを兼ねる（様式1-1）
  is_application INTEGER NOT NULL CHECK (is_application IN (0, 1)),
  -- 'team': the agencies needed for the support; 'named': those in consent_agency.
  scope TEXT NOT NULL CHECK (scope IN ('team', 'named')),
  matters TEXT NOT NULL DEFAULT '',
  exclusions TEXT NOT NULL DEFAULT '',
  how TEXT NOT NULL CHECK (how IN ('signature', 'proxy', 'oral')),
  proxy_writer TEXT NOT NULL DEFAULT '',
  proxy_reason TEXT NOT NULL DEFAULT '',
  given_on TEXT NOT NULL,
  until_on TEXT,
  explained_on TEXT NOT NULL,
  explained_by TEXT NOT NULL CHECK (explained_by <> ''),
  -- Which 個人情報の管理・取扱規程 was explained.
  rules_version TEXT NOT NULL CHECK (rules_version <> ''),
  -- Notes written before may be shared with the team (R-15).
  releases_earlier INTEGER NOT NULL DEFAULT 0 CHECK (releases_earlier IN (0, 1)),
  attachment_id INTEGER REFERENCES attachment (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  recorded_at INTEGER NOT NULL,
  CHECK (how <> 'proxy' OR (proxy_writer <> '' AND proxy_reason <> ''))
) STRICT;

CREATE INDEX consent_of_attachment ON consent (attachment_id) WHERE attachment_id IS NOT NULL;

CREATE INDEX consent_of_case ON consent (case_file_id, id);

CREATE INDEX consent_of_resident ON consent (resident_id) WHERE resident_id IS NOT NULL;

CREATE TRIGGER consent_is_never_changed BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT, 'a consent is never changed'); END;

CREATE TRIGGER consent_is_never_deleted BEFORE DELETE ON consent
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
  BEGIN SELECT RAISE(ABORT, 'a consent is never deleted'); END;

CREATE TABLE consent_agency (
  consent_id INTEGER NOT NULL REFERENCES consent (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  is_excluded INTEGER NOT NULL CHECK (is_excluded IN (0, 1)),
  PRIMARY KEY (consent_id, agency_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent_event (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  resident_id INTEGER REFERENCES resident (id),
  consent_id INTEGER REFERENCES consent (id),
  event TEXT NOT NULL CHECK (event IN ('asked', 'refused', 'withdrawn', 'released')),
  on_day TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX consent_event_of_case ON consent_event (case_file_id, id);

CREATE INDEX consent_event_of_consent ON consent_event (consent_id) WHERE consent_id IS NOT NULL;

CREATE INDEX consent_event_of_resident ON consent_event (resident_id) WHERE resident_id IS NOT NULL;

CREATE TRIGGER consent_event_is_never_changed BEFORE UPDATE ON consent_event
  BEGIN SELECT RAISE(ABORT, 'a consent event is never changed'); END;

CREATE TRIGGER consent_event_is_never_deleted BEFORE DELETE ON consent_event
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
  BEGIN SELECT RAISE(ABORT, 'a consent event is never deleted'); END;

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
  consent_facts TEXT NOT NULL DEFAULT '{"undecided":{}}',
  answers TEXT NOT NULL DEFAULT '{}',
  asked TEXT NOT NULL DEFAULT '',
  recorded_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX consultation_by_day ON consultation (received_on DESC, id DESC);

CREATE INDEX consultation_list ON consultation (agency_id, received_on DESC, id DESC);

CREATE INDEX consultation_of_case ON consultation (case_file_id, id);

CREATE INDEX consultation_of_resident ON consultation (resident_id) WHERE resident_id IS NOT NULL;

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

CREATE TABLE coordination (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  -- The つなぎ it came by, first or last.
  referral_id INTEGER NOT NULL REFERENCES referral (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  coordinator INTEGER REFERENCES staff (id),
  stage TEXT NOT NULL CHECK (stage IN ('requested', 'returned', 'withdrawn', 'accepted', 'preConsent', 'applied', 'assessing', 'planning',
    'conference', 'awaitingDecision', 'inSupport', 'replanning', 'closed', 'followUp', 'interrupted', 'reopened', 'handedBack',
    'closedPreConsent', 'ended')),
  is_active INTEGER GENERATED ALWAYS AS (stage IN ('requested', 'accepted', 'preConsent', 'applied', 'assessing', 'planning', 'conference',
    'awaitingDecision', 'inSupport', 'replanning', 'reopened')) STORED,
  stage_since TEXT NOT NULL,
  -- The plan round in hand: 0 before the first plan, one more with each 再プラン and each reopening.
  round INTEGER NOT NULL DEFAULT 0,
  route TEXT NOT NULL DEFAULT '' CHECK (route IN ('', 'atReception', 'fromFieldMeetings', 'fromOutreach')),
  -- The municipality's criteria that were ticked at acceptance, and what was written beside them (JSON).
  checklist TEXT NOT NULL DEFAULT '{}',
  public_assistance_agency INTEGER REFERENCES agency (id),
  -- 主担当: who stays with the household; set at closing, from the evaluation.
  lead_agency INTEGER REFERENCES agency (id),
  lead_person TEXT NOT NULL DEFAULT '',
  lead_since TEXT NOT NULL DEFAULT '',
  -- The next day that matters (answers due, monitoring, meeting, follow-up), so that the board can be sorted.
  next_on TEXT,
  requested_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX coordination_board ON coordination (agency_id, is_active, next_on, id);

CREATE INDEX coordination_by_stage ON coordination (stage, stage_since);

CREATE INDEX coordination_of_case ON coordination (case_file_id, id);

CREATE INDEX coordination_of_referral ON coordination (referral_id);

CREATE UNIQUE INDEX one_coordination_at_a_time ON coordination (case_file_id)
  WHERE stage NOT IN ('returned', 'withdrawn', 'handedBack', 'closedPreConsent', 'ended');

CREATE TABLE coordination_event (
  id INTEGER PRIMARY KEY,
  coordination_id INTEGER NOT NULL REFERENCES coordination (id),
  act TEXT NOT NULL,
  stage TEXT NOT NULL,
  round INTEGER NOT NULL,
  side TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  at INTEGER NOT NULL,
  on_day TEXT NOT NULL,
  reason_code TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '',
  -- R-12: the talk with the referrer, the advice given and what both go on doing.
  talked_on TEXT NOT NULL DEFAULT '',
  talked_with TEXT NOT NULL DEFAULT '',
  talked_how TEXT NOT NULL DEFAULT '',
  advice TEXT NOT NULL DEFAULT '',
  joint_set_up TEXT NOT NULL DEFAULT '',
  meeting_item_id INTEGER,
  CHECK (act <> 'giveBack' OR (words <> '' AND talked_on <> '' AND talked_with <> ''))
) STRICT;

CREATE INDEX coordination_event_of ON coordination_event (coordination_id, id);

CREATE TRIGGER coordination_event_is_never_changed BEFORE UPDATE ON coordination_event
  BEGIN SELECT RAISE(ABORT, 'a coordination event is never changed'); END;

CREATE TRIGGER coordination_event_is_never_deleted BEFORE DELETE ON coordination_event
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id WHERE o.id = old.coordination_id)
  BEGIN SELECT RAISE(ABORT, 'a coordination event is never deleted'); END;

CREATE TABLE disclosure (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  requester_kind TEXT NOT NULL CHECK (requester_kind IN ('person', 'legalRepresentative', 'authorised')),
  requester_name TEXT NOT NULL CHECK (requester_name <> ''),
  -- What a representative showed to be one.
  requester_basis TEXT NOT NULL DEFAULT '',
  identity_code TEXT NOT NULL CHECK (identity_code <> ''),
  identity_words TEXT NOT NULL DEFAULT '',
  -- One record of the person; the others are found by it.
  resident_id INTEGER NOT NULL REFERENCES resident (id),
  period_from TEXT NOT NULL DEFAULT '',
  period_to TEXT NOT NULL DEFAULT '',
  kinds TEXT NOT NULL,
  received_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  extended_on TEXT,
  extension_reason TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL CHECK (stage IN ('drafting', 'looking', 'finished', 'withdrawn')),
  -- What the second person asked to be changed, or why it was withdrawn.
  words TEXT NOT NULL DEFAULT '',
  recorded_by INTEGER NOT NULL REFERENCES staff (id),
  recorded_at INTEGER NOT NULL,
  finished_by INTEGER REFERENCES staff (id),
  finished_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (extended_on IS NULL OR extension_reason <> ''),
  CHECK (finished_by IS NULL OR finished_by <> recorded_by)
) STRICT;

CREATE INDEX disclosure_by_stage ON disclosure (stage, due_on);

CREATE INDEX disclosure_of_resident ON disclosure (resident_id);

CREATE TABLE disclosure_event (
  id INTEGER PRIMARY KEY,
  disclosure_id INTEGER NOT NULL REFERENCES disclosure (id),
  event TEXT NOT NULL CHECK (event IN ('recorded', 'decided', 'extended', 'asked', 'sentBack', 'finished', 'withdrawn')),
  words TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX disclosure_event_of ON disclosure_event (disclosure_id, id);

CREATE TRIGGER disclosure_event_is_never_changed BEFORE UPDATE ON disclosure_event
  BEGIN SELECT RAISE(ABORT, 'a disclosure event is never changed'); END;

CREATE TRIGGER disclosure_event_is_never_deleted BEFORE DELETE ON disclosure_event
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN disclosure d ON d.resident_id = h.resident_id WHERE d.id = old.disclosure_id)
  BEGIN SELECT RAISE(ABORT, 'a disclosure event is never deleted'); END;

CREATE TABLE disclosure_passage (
  id INTEGER PRIMARY KEY,
  disclosure_id INTEGER NOT NULL REFERENCES disclosure (id),
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  nature TEXT NOT NULL CHECK (nature IN ('fact', 'heard', 'otherAgency', 'opinion', 'named', 'closedByLaw')),
  heading TEXT NOT NULL,
  on_day TEXT NOT NULL,
  agency TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  -- It is from the file of somebody else and does not name the person.
  is_about_others INTEGER NOT NULL DEFAULT 0 CHECK (is_about_others IN (0, 1)),
  -- The words to mask, one after the other (JSON).
  terms TEXT NOT NULL DEFAULT '[]',
  decision TEXT NOT NULL DEFAULT '' CHECK (decision IN ('', 'open', 'masked', 'withheld')),
  reason_code TEXT NOT NULL DEFAULT '',
  reason_words TEXT NOT NULL DEFAULT '',
  decided_by INTEGER REFERENCES staff (id),
  decided_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (disclosure_id, position),
  CHECK (decision <> 'withheld' OR reason_code <> ''),
  CHECK (nature <> 'closedByLaw' OR (decision = 'withheld' AND text = ''))
) STRICT;

CREATE INDEX disclosure_passage_of_case ON disclosure_passage (case_file_id);

CREATE TRIGGER finished_passage_is_never_changed BEFORE UPDATE ON disclosure_passage
  WHEN (SELECT stage FROM disclosure WHERE id = old.disclosure_id) <> 'drafting'
  BEGIN SELECT RAISE(ABORT, 'a passage is changed while it is drafted only'); END;

CREATE TABLE disposal (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL CHECK (stage IN ('proposed', 'approved', 'carriedOut', 'refused')),
  words TEXT NOT NULL DEFAULT '',
  proposed_by INTEGER NOT NULL REFERENCES staff (id),
  proposed_at INTEGER NOT NULL,
  answered_by INTEGER REFERENCES staff (id),
  answered_at INTEGER,
  answer_words TEXT NOT NULL DEFAULT '',
  carried_out_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (answered_by IS NULL OR answered_by <> proposed_by),
  CHECK (stage NOT IN ('approved', 'carriedOut') OR answered_by IS NOT NULL),
  CHECK (stage <> 'refused' OR answer_words <> '')
) STRICT;

CREATE TRIGGER disposal_is_never_deleted BEFORE DELETE ON disposal
  BEGIN SELECT RAISE(ABORT, 'the register of disposals is never deleted'); END;

CREATE TABLE disposal_file (
  sha256 TEXT PRIMARY KEY,
  disposal_id INTEGER NOT NULL REFERENCES disposal (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE disposal_in_hand (
  case_file_id INTEGER,
  resident_id INTEGER,
  never INTEGER NOT NULL DEFAULT 1 REFERENCES disposal_never (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((case_file_id IS NULL) <> (resident_id IS NULL))
) STRICT;

CREATE TRIGGER nobody_is_in_hand_without_a_case BEFORE INSERT ON disposal_in_hand
  WHEN new.resident_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM disposal_in_hand WHERE case_file_id IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'no disposal is in hand'); END;

CREATE TRIGGER only_what_was_approved_is_in_hand BEFORE INSERT ON disposal_in_hand
  WHEN new.case_file_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM disposal_line l JOIN disposal d ON d.id = l.disposal_id
    WHERE l.case_file_id = new.case_file_id AND l.struck_at IS NULL AND l.disposed_at IS NULL AND d.stage = 'approved')
  BEGIN SELECT RAISE(ABORT, 'no disposal of this case was approved'); END;

CREATE TABLE disposal_line (
  id INTEGER PRIMARY KEY,
  disposal_id INTEGER NOT NULL REFERENCES disposal (id),
  case_file_id INTEGER NOT NULL,
  case_number TEXT NOT NULL,
  record TEXT NOT NULL,
  years INTEGER NOT NULL,
  opened_on TEXT NOT NULL,
  closed_on TEXT NOT NULL,
  begins_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  struck_at INTEGER,
  struck_by INTEGER REFERENCES staff (id),
  struck_reason TEXT NOT NULL DEFAULT '',
  disposed_at INTEGER,
  disposed_by INTEGER REFERENCES staff (id),
  -- How many rows of each kind (JSON).
  counts TEXT NOT NULL DEFAULT '{}',
  certificate TEXT NOT NULL DEFAULT '',
  UNIQUE (disposal_id, case_file_id),
  CHECK (struck_at IS NULL OR (struck_reason <> '' AND disposed_at IS NULL)),
  CHECK ((disposed_at IS NULL) = (certificate = ''))
) STRICT;

CREATE INDEX disposal_line_of_case ON disposal_line (case_file_id);

CREATE TRIGGER disposal_line_is_never_deleted BEFORE DELETE ON disposal_line
  BEGIN SELECT RAISE(ABORT, 'the register of disposals is never deleted'); END;

CREATE TRIGGER disposed_line_is_never_changed BEFORE UPDATE ON disposal_line WHEN old.disposed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'the register of disposals is never changed'); END;

CREATE TABLE disposal_never (id INTEGER PRIMARY KEY CHECK (id < 0)) STRICT;

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

CREATE TABLE ecomap (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  drawn_on TEXT NOT NULL,
  remark TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL,
  drawn_by INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  drawn_at INTEGER NOT NULL
) STRICT;

CREATE INDEX ecomap_of ON ecomap (case_file_id, id);

CREATE TRIGGER ecomap_is_never_changed BEFORE UPDATE ON ecomap BEGIN SELECT RAISE(ABORT, 'a version of an ecomap is never changed'); END;

CREATE TRIGGER ecomap_is_never_deleted BEFORE DELETE ON ecomap
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
  BEGIN SELECT RAISE(ABORT, 'a version of an ecomap is never deleted'); END;

CREATE TABLE emergency_access (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  reason_code TEXT NOT NULL,
  words TEXT NOT NULL CHECK (words <> ''),
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  ended_at INTEGER,
  -- The person in charge, or who answers for the section, has seen that it happened.
  seen_by INTEGER REFERENCES staff (id),
  seen_at INTEGER,
  finding TEXT NOT NULL DEFAULT '' CHECK (finding IN ('', 'justified', 'questionable', 'unjustified')),
  finding_words TEXT NOT NULL DEFAULT '',
  reviewed_by INTEGER REFERENCES staff (id),
  reviewed_at INTEGER,
  CHECK (until_at > from_at),
  CHECK (finding <> 'unjustified' OR finding_words <> '')
) STRICT;

CREATE INDEX emergency_access_of_case ON emergency_access (case_file_id, id);

CREATE INDEX emergency_access_of_staff ON emergency_access (staff_id, case_file_id, until_at);

CREATE INDEX emergency_access_unreviewed ON emergency_access (from_at) WHERE reviewed_at IS NULL;

CREATE TABLE family_fact (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  topic TEXT NOT NULL CHECK (topic IN ('union', 'parentage', 'twins', 'death', 'keyPerson', 'tie')),
  kind TEXT NOT NULL DEFAULT '',
  resident_id INTEGER NOT NULL REFERENCES resident (id),
  other_id INTEGER REFERENCES resident (id),
  from_on TEXT NOT NULL DEFAULT '',
  until_on TEXT NOT NULL DEFAULT '',
  recorded_by INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  recorded_at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by INTEGER REFERENCES staff (id),
  CHECK (other_id IS NULL OR other_id <> resident_id),
  CHECK ((topic IN ('union', 'parentage', 'twins', 'tie')) = (other_id IS NOT NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;

CREATE INDEX family_fact_about ON family_fact (resident_id);

CREATE INDEX family_fact_of ON family_fact (household_id, ended_at);

CREATE INDEX family_fact_with ON family_fact (other_id);

CREATE TRIGGER family_fact_is_ended_once BEFORE UPDATE OF ended_at, ended_by ON family_fact WHEN old.ended_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'what was told is ended once'); END;

CREATE TRIGGER family_fact_is_never_deleted BEFORE DELETE ON family_fact WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand)
  BEGIN SELECT RAISE(ABORT, 'what was told is never deleted'); END;

CREATE TRIGGER family_fact_is_only_ended BEFORE UPDATE OF household_id, topic, kind, resident_id, other_id, from_on, until_on, recorded_by,
  agency_id, recorded_at ON family_fact BEGIN SELECT RAISE(ABORT, 'what was told is never rewritten'); END;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  coordination_id INTEGER NOT NULL REFERENCES coordination (id),
  round INTEGER NOT NULL,
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  due_on TEXT NOT NULL,
  how TEXT NOT NULL DEFAULT '',
  done_on TEXT,
  words TEXT NOT NULL DEFAULT '',
  staff_id INTEGER REFERENCES staff (id),
  at INTEGER
) STRICT;

CREATE INDEX follow_up_due ON follow_up (agency_id, due_on) WHERE done_on IS NULL;

CREATE INDEX follow_up_of ON follow_up (coordination_id, id);

CREATE TABLE genogram (
  household_id INTEGER PRIMARY KEY REFERENCES household (id),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE genogram_place (
  household_id INTEGER NOT NULL REFERENCES household (id),
  resident_id INTEGER NOT NULL REFERENCES resident (id),
  place INTEGER NOT NULL,
  PRIMARY KEY (household_id, resident_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX genogram_place_of ON genogram_place (resident_id);

CREATE TABLE guest_answer (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES meeting_item (id),
  member_id INTEGER NOT NULL REFERENCES meeting_member (id),
  way TEXT NOT NULL CHECK (way IN ('link', 'phone', 'fax', 'paper')),
  -- Said at the screen through this pass, or written down by this member of staff.
  pass_id INTEGER REFERENCES guest_pass (id),
  staff_id INTEGER REFERENCES staff (id),
  answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'agrees', 'comments')),
  words TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  CHECK ((way = 'link') = (pass_id IS NOT NULL)),
  CHECK ((way = 'link') = (staff_id IS NULL)),
  CHECK (answer = 'agrees' OR words <> '')
) STRICT;

CREATE INDEX guest_answer_of_item ON guest_answer (item_id, member_id, id);

CREATE INDEX guest_answer_of_member ON guest_answer (member_id, id);

CREATE TRIGGER guest_answer_is_never_changed BEFORE UPDATE ON guest_answer BEGIN SELECT RAISE(ABORT, 'an answer is never changed'); END;

CREATE TRIGGER guest_answer_is_never_deleted BEFORE DELETE ON guest_answer
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN meeting_item o ON o.case_file_id = h.case_file_id WHERE o.id = old.item_id)
  BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;

CREATE TABLE guest_pass (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  member_id INTEGER NOT NULL REFERENCES meeting_member (id),
  token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  code_hash TEXT NOT NULL CHECK (code_hash <> ''),
  -- What the convener asks of this member.
  question TEXT NOT NULL DEFAULT '',
  until_on TEXT NOT NULL,
  -- Wrong codes since the last right one.
  failures INTEGER NOT NULL DEFAULT 0,
  made_by INTEGER NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  opened_at INTEGER,
  revoked_at INTEGER,
  revoked_by INTEGER REFERENCES staff (id)
) STRICT;

CREATE INDEX guest_pass_of_meeting ON guest_pass (meeting_id, id);

CREATE UNIQUE INDEX one_guest_pass ON guest_pass (member_id) WHERE revoked_at IS NULL;

CREATE TABLE guest_pledge (
  pass_id INTEGER PRIMARY KEY REFERENCES guest_pass (id),
  words TEXT NOT NULL CHECK (words <> ''),
  at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER guest_pledge_is_never_changed BEFORE UPDATE ON guest_pledge BEGIN SELECT RAISE(ABORT, 'a pledge is never changed'); END;

CREATE TRIGGER guest_pledge_is_never_deleted BEFORE DELETE ON guest_pledge BEGIN SELECT RAISE(ABORT, 'a pledge is never deleted'); END;

CREATE TABLE guest_preparation (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES meeting_item (id),
  member_id INTEGER NOT NULL REFERENCES meeting_member (id),
  pass_id INTEGER NOT NULL REFERENCES guest_pass (id),
  is_involved INTEGER NOT NULL CHECK (is_involved IN (0, 1)),
  household TEXT NOT NULL DEFAULT '',
  doing TEXT NOT NULL DEFAULT '',
  wanted TEXT NOT NULL DEFAULT '',
  asks TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX guest_preparation_of_item ON guest_preparation (item_id, member_id, id);

CREATE INDEX guest_preparation_of_member ON guest_preparation (member_id);

CREATE TRIGGER guest_preparation_is_never_changed BEFORE UPDATE ON guest_preparation
  BEGIN SELECT RAISE(ABORT, 'an answer is never changed'); END;

CREATE TRIGGER guest_preparation_is_never_deleted BEFORE DELETE ON guest_preparation
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN meeting_item o ON o.case_file_id = h.case_file_id WHERE o.id = old.item_id)
  BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;

CREATE TABLE guest_session (
  token_hash BLOB PRIMARY KEY,
  pass_id INTEGER NOT NULL REFERENCES guest_pass (id),
  started_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  ended_at INTEGER,
  remote TEXT NOT NULL,
  browser TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX guest_session_of ON guest_session (pass_id) WHERE ended_at IS NULL;

CREATE TABLE guest_submission (
  token TEXT NOT NULL,
  pass_id INTEGER NOT NULL REFERENCES guest_pass (id),
  path TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (pass_id, token)
) STRICT, WITHOUT ROWID;

CREATE TABLE hand_back_item (
  id INTEGER PRIMARY KEY,
  coordination_id INTEGER NOT NULL REFERENCES coordination (id),
  round INTEGER NOT NULL,
  to_agency INTEGER NOT NULL REFERENCES agency (id),
  to_person TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '',
  is_lead INTEGER NOT NULL CHECK (is_lead IN (0, 1)),
  made_by INTEGER NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  taken_by INTEGER REFERENCES staff (id),
  taken_at INTEGER,
  reply TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX hand_back_of ON hand_back_item (coordination_id, id);

CREATE INDEX hand_back_open ON hand_back_item (to_agency, made_at) WHERE taken_at IS NULL;

CREATE TABLE handover (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  writer INTEGER NOT NULL REFERENCES staff (id),
  -- Who is to take it over.
  taker INTEGER NOT NULL REFERENCES staff (id),
  transfer_id INTEGER REFERENCES transfer (id),
  situation TEXT NOT NULL DEFAULT '',
  works TEXT NOT NULL DEFAULT '',
  avoid TEXT NOT NULL DEFAULT '',
  promises TEXT NOT NULL DEFAULT '',
  next TEXT NOT NULL DEFAULT '',
  next_on TEXT,
  first_call TEXT NOT NULL DEFAULT '',
  written_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  taken_at INTEGER,
  taken_by INTEGER REFERENCES staff (id),
  question TEXT NOT NULL DEFAULT '',
  reply TEXT NOT NULL DEFAULT '',
  replied_at INTEGER,
  replied_by INTEGER REFERENCES staff (id),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (writer <> taker),
  CHECK (taken_at IS NULL OR (confirmed_at IS NOT NULL AND taken_by IS NOT NULL AND taken_by <> writer)),
  CHECK (reply = '' OR question <> '')
) STRICT;

CREATE INDEX handover_of_case ON handover (case_file_id, agency_id, id);

CREATE INDEX handover_of_taker ON handover (taker) WHERE taken_at IS NULL;

CREATE INDEX handover_of_writer ON handover (writer, taken_at);

CREATE INDEX handover_open ON handover (agency_id) WHERE taken_at IS NULL OR (question <> '' AND reply = '');

CREATE INDEX handover_waiting ON handover (agency_id, confirmed_at) WHERE taken_at IS NULL;

CREATE TRIGGER confirmed_handover_is_never_changed BEFORE UPDATE OF case_file_id, agency_id, writer, transfer_id, situation, works, avoid,
  promises, next, next_on, first_call, written_at, confirmed_at ON handover WHEN old.confirmed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a confirmed handover is never changed'); END;

CREATE TRIGGER handover_is_never_deleted BEFORE DELETE ON handover
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
  BEGIN SELECT RAISE(ABORT, 'a handover is never deleted'); END;

CREATE TRIGGER handover_reply_is_given_once BEFORE UPDATE OF reply, replied_at, replied_by ON handover
  WHEN old.reply <> '' BEGIN SELECT RAISE(ABORT, 'a reply is given once'); END;

CREATE TRIGGER taken_handover_is_never_changed BEFORE UPDATE OF taker, taken_at, taken_by, question ON handover
  WHEN old.taken_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a handover is taken over once'); END;

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
, agency_id INTEGER REFERENCES agency (id)) STRICT;

CREATE INDEX household_member_of ON household_member (household_id, until_on);

CREATE INDEX household_member_person ON household_member (resident_id, until_on);

CREATE TRIGGER resident_reader_of_changed_member AFTER UPDATE OF until_on, resident_id, household_id ON household_member BEGIN
  DELETE FROM resident_reader WHERE resident_id = OLD.resident_id AND NOT EXISTS (SELECT 1 FROM resident_in_reach v
      WHERE v.resident_id = resident_reader.resident_id AND v.agency_id = resident_reader.agency_id);
  INSERT OR IGNORE INTO resident_reader SELECT v.resident_id, v.agency_id FROM resident_in_reach v WHERE v.resident_id = NEW.resident_id;
END;

CREATE TRIGGER resident_reader_of_new_member AFTER INSERT ON household_member WHEN NEW.until_on IS NULL BEGIN
  INSERT OR IGNORE INTO resident_reader SELECT v.resident_id, v.agency_id FROM resident_in_reach v WHERE v.resident_id = NEW.resident_id;
END;

CREATE TRIGGER resident_reader_of_past_member AFTER DELETE ON household_member BEGIN
  DELETE FROM resident_reader WHERE resident_id = OLD.resident_id AND NOT EXISTS (SELECT 1 FROM resident_in_reach v
      WHERE v.resident_id = resident_reader.resident_id AND v.agency_id = resident_reader.agency_id);
END;

CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  known_on TEXT NOT NULL,
  happened TEXT NOT NULL DEFAULT '',
  outline TEXT NOT NULL CHECK (outline <> ''),
  items TEXT NOT NULL DEFAULT '',
  -- NULL while nobody knows.
  persons INTEGER CHECK (persons >= 0),
  is_sensitive INTEGER NOT NULL CHECK (is_sensitive IN (0, 1)),
  is_money INTEGER NOT NULL CHECK (is_money IN (0, 1)),
  is_bad_purpose INTEGER NOT NULL CHECK (is_bad_purpose IN (0, 1)),
  case_numbers TEXT NOT NULL DEFAULT '',
  cause TEXT NOT NULL DEFAULT '',
  secondary TEXT NOT NULL DEFAULT '',
  handling TEXT NOT NULL DEFAULT '',
  publication TEXT NOT NULL DEFAULT '',
  prevention TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  registered_at INTEGER NOT NULL,
  closed_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX incident_list ON incident (closed_at, id);

CREATE TRIGGER incident_is_never_deleted BEFORE DELETE ON incident
  BEGIN SELECT RAISE(ABORT, 'an incident is never deleted'); END;

CREATE TABLE incident_step (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  step TEXT NOT NULL CHECK (step IN ('quickReport', 'finalReport', 'notice', 'publication', 'closing')),
  is_waived INTEGER NOT NULL CHECK (is_waived IN (0, 1)),
  on_day TEXT NOT NULL,
  words TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  CHECK (is_waived = 0 OR words <> '')
) STRICT;

CREATE INDEX incident_step_of ON incident_step (incident_id, id);

CREATE TRIGGER incident_step_is_never_changed BEFORE UPDATE ON incident_step
  BEGIN SELECT RAISE(ABORT, 'a step of an incident is never changed'); END;

CREATE TRIGGER incident_step_is_never_deleted BEFORE DELETE ON incident_step
  BEGIN SELECT RAISE(ABORT, 'a step of an incident is never deleted'); END;

CREATE TABLE incident_version (
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (incident_id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER incident_version_is_never_changed BEFORE UPDATE ON incident_version
  BEGIN SELECT RAISE(ABORT, 'what an incident said is never changed'); END;

CREATE TRIGGER incident_version_is_never_deleted BEFORE DELETE ON incident_version
  BEGIN SELECT RAISE(ABORT, 'what an incident said is never deleted'); END;

CREATE TABLE information_request (
  id INTEGER PRIMARY KEY,
  coordination_id INTEGER NOT NULL REFERENCES coordination (id),
  round INTEGER NOT NULL,
  to_agency INTEGER NOT NULL REFERENCES agency (id),
  to_person TEXT NOT NULL DEFAULT '',
  asked TEXT NOT NULL DEFAULT '',
  -- Ids of the questions of form 1-2 that the answer is for (JSON array).
  questions TEXT NOT NULL DEFAULT '[]',
  form_version INTEGER NOT NULL DEFAULT 1,
  due_on TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  asked_at INTEGER NOT NULL,
  -- 'answered' holds the answers (JSON by question id) and the words beside them; 'withdrawn' asks no more.
  state TEXT NOT NULL CHECK (state IN ('asked', 'answered', 'declined', 'withdrawn')),
  answers TEXT NOT NULL DEFAULT '{}',
  words TEXT NOT NULL DEFAULT '',
  answered_by TEXT NOT NULL DEFAULT '',
  -- Answered by telephone or FAX and written down by the asking side.
  on_behalf INTEGER NOT NULL DEFAULT 0 CHECK (on_behalf IN (0, 1)),
  answered_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (asked <> '' OR questions <> '[]')
) STRICT;

CREATE INDEX information_request_of ON information_request (coordination_id, round);

CREATE INDEX information_request_to ON information_request (to_agency, state, due_on);

CREATE TABLE life_event (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  -- About one person; nobody where it is about the family.
  resident_id INTEGER REFERENCES resident (id),
  on_day TEXT NOT NULL DEFAULT '',
  until_on TEXT,
  words TEXT NOT NULL CHECK (words <> ''),
  recorded_by INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  recorded_at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by INTEGER REFERENCES staff (id),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;

CREATE INDEX life_event_about ON life_event (resident_id);

CREATE INDEX life_event_of ON life_event (case_file_id, ended_at);

CREATE TRIGGER life_event_is_ended_once BEFORE UPDATE OF ended_at, ended_by ON life_event WHEN old.ended_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a life event is ended once'); END;

CREATE TRIGGER life_event_is_never_deleted BEFORE DELETE ON life_event WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand)
  BEGIN SELECT RAISE(ABORT, 'a life event is never deleted'); END;

CREATE TRIGGER life_event_is_only_ended BEFORE UPDATE OF case_file_id, resident_id, on_day, until_on, words, recorded_by, agency_id,
  recorded_at ON life_event BEGIN SELECT RAISE(ABORT, 'a life event is never rewritten'); END;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('confidential', 'planning', 'caseConference', 'network')),
  -- The key of the meeting body in the municipality's profile, and its name on that day.
  body TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL CHECK (name <> ''),
  held_on TEXT NOT NULL,
  starts_at TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  mode TEXT NOT NULL CHECK (mode IN ('inPerson', 'online', 'written')),
  convener INTEGER NOT NULL REFERENCES agency (id),
  chair TEXT NOT NULL DEFAULT '',
  recorder TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL CHECK (stage IN ('planned', 'invited', 'held', 'cancelled')),
  -- What was said about no case in particular; for the convener and the town.
  minutes TEXT NOT NULL DEFAULT '',
  -- Why it was cancelled.
  words TEXT NOT NULL DEFAULT '',
  created_by INTEGER NOT NULL REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX meeting_by_day ON meeting (convener, held_on DESC, id DESC);

CREATE INDEX meeting_by_kind ON meeting (kind, held_on DESC, id DESC);

CREATE INDEX meeting_of_year ON meeting (held_on, body);

CREATE TABLE meeting_answer (
  item_id INTEGER NOT NULL REFERENCES meeting_item (id),
  member_id INTEGER NOT NULL REFERENCES meeting_member (id),
  answer TEXT NOT NULL CHECK (answer IN ('agrees', 'comments')),
  words TEXT NOT NULL DEFAULT '',
  on_behalf INTEGER NOT NULL DEFAULT 0 CHECK (on_behalf IN (0, 1)),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (item_id, member_id),
  CHECK (answer <> 'comments' OR words <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_item (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  position INTEGER NOT NULL,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  coordination_id INTEGER REFERENCES coordination (id),
  round INTEGER NOT NULL DEFAULT 0,
  plan_id INTEGER REFERENCES plan (id),
  timing TEXT NOT NULL DEFAULT '' CHECK (timing IN ('', 'plan', 'replan', 'close', 'interrupt')),
  -- The law the sharing of this item rests on.
  legal_basis TEXT NOT NULL DEFAULT '',
  -- As it was when the item was tabled.
  consent_state TEXT NOT NULL,
  points TEXT NOT NULL DEFAULT '',
  discussion TEXT NOT NULL DEFAULT '',
  result TEXT NOT NULL DEFAULT '' CHECK (result IN
    ('', 'approved', 'approvedWithChanges', 'continued', 'sentBack', 'mayClose', 'interrupt', 'windowLeads')),
  result_words TEXT NOT NULL DEFAULT '',
  result_at INTEGER,
  result_by INTEGER REFERENCES staff (id),
  next_monitoring_on TEXT,
  -- 「相談窓口を主担当とする」
  lead_agency INTEGER REFERENCES agency (id),
  lead_person TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (meeting_id, position)
) STRICT;

CREATE INDEX meeting_item_of_case ON meeting_item (case_file_id, id);

CREATE INDEX meeting_item_of_coordination ON meeting_item (coordination_id, round, timing);

CREATE INDEX meeting_item_of_plan ON meeting_item (plan_id) WHERE plan_id IS NOT NULL;

CREATE TRIGGER meeting_result_is_never_changed BEFORE UPDATE ON meeting_item
  WHEN old.result <> '' BEGIN SELECT RAISE(ABORT, 'the result of a meeting is never changed'); END;

CREATE TRIGGER meeting_result_is_never_deleted BEFORE DELETE ON meeting_item
  WHEN old.result <> '' AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
  BEGIN SELECT RAISE(ABORT, 'the result of a meeting is never deleted'); END;

CREATE TABLE meeting_item_member (
  item_id INTEGER NOT NULL REFERENCES meeting_item (id),
  member_id INTEGER NOT NULL REFERENCES meeting_member (id),
  PRIMARY KEY (item_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_item_member_of ON meeting_item_member (member_id, item_id);

CREATE TABLE meeting_member (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  -- Nothing for somebody from outside.
  agency_id INTEGER REFERENCES agency (id),
  name TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '',
  invited_at INTEGER,
  reply TEXT NOT NULL DEFAULT '' CHECK (reply IN ('', 'comes', 'absent', 'written')),
  -- Sees every item of the meeting; others are called for some of them.
  for_all INTEGER NOT NULL DEFAULT 0 CHECK (for_all IN (0, 1)),
  -- Present, or answered in a written round.
  attended INTEGER NOT NULL DEFAULT 0 CHECK (attended IN (0, 1)),
  UNIQUE (meeting_id, agency_id, name)
) STRICT;

CREATE INDEX meeting_member_of ON meeting_member (meeting_id, id);

CREATE INDEX meeting_member_of_agency ON meeting_member (agency_id, meeting_id);

CREATE TABLE meeting_minutes (
  meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id),
  saved_by INTEGER NOT NULL REFERENCES staff (id),
  saved_at INTEGER NOT NULL,
  confirmed_by INTEGER REFERENCES staff (id),
  confirmed_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TRIGGER confirmed_minutes_stay BEFORE UPDATE ON meeting_minutes
  WHEN old.confirmed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'confirmed minutes are never changed'); END;

CREATE TABLE meeting_minutes_part (
  item_id INTEGER PRIMARY KEY REFERENCES meeting_item (id),
  words TEXT NOT NULL
) STRICT;

CREATE TRIGGER confirmed_minutes_part_is_never_deleted BEFORE DELETE ON meeting_minutes_part
  WHEN EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_minutes k ON k.meeting_id = i.meeting_id
      WHERE i.id = old.item_id AND k.confirmed_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN meeting_item o ON o.case_file_id = h.case_file_id WHERE o.id = old.item_id)
  BEGIN SELECT RAISE(ABORT, 'confirmed minutes are never deleted'); END;

CREATE TRIGGER confirmed_minutes_part_is_not_added BEFORE INSERT ON meeting_minutes_part
  WHEN EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_minutes k ON k.meeting_id = i.meeting_id
    WHERE i.id = new.item_id AND k.confirmed_at IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'confirmed minutes are never changed'); END;

CREATE TRIGGER confirmed_minutes_part_stays BEFORE UPDATE ON meeting_minutes_part
  WHEN EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_minutes k ON k.meeting_id = i.meeting_id
    WHERE i.id = old.item_id AND k.confirmed_at IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'confirmed minutes are never changed'); END;

CREATE TABLE meeting_paper (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES meeting_item (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('text', 'file', 'note')),
  title TEXT NOT NULL CHECK (title <> ''),
  words TEXT NOT NULL DEFAULT '',
  -- A file lies in the file cabinet under its SHA-256.
  file_name TEXT NOT NULL DEFAULT '',
  file_kind TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0,
  sha256 TEXT NOT NULL DEFAULT '',
  note_id INTEGER REFERENCES note (id),
  -- 回収要否, 配布部数
  collects INTEGER NOT NULL DEFAULT 1 CHECK (collects IN (0, 1)),
  copies INTEGER NOT NULL DEFAULT 0 CHECK (copies BETWEEN 0 AND 999),
  tabled_at INTEGER NOT NULL,
  withdrawn_at INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  CHECK (kind <> 'text' OR words <> ''),
  CHECK ((kind = 'file') = (sha256 <> '')),
  CHECK ((kind = 'note') = (note_id IS NOT NULL))
) STRICT;

CREATE INDEX meeting_paper_of ON meeting_paper (item_id, id);

CREATE INDEX meeting_paper_of_file ON meeting_paper (sha256) WHERE sha256 <> '';

CREATE TRIGGER meeting_paper_is_never_changed BEFORE UPDATE OF id, item_id, agency_id, staff_id, kind, title, words, file_name, file_kind,
  size, sha256, note_id, collects, copies, tabled_at ON meeting_paper
  BEGIN SELECT RAISE(ABORT, 'a tabled paper is never changed'); END;

CREATE TABLE meeting_pledge (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  member_id INTEGER REFERENCES meeting_member (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  words TEXT NOT NULL CHECK (words <> ''),
  at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_pledge_of_staff ON meeting_pledge (meeting_id, staff_id) WHERE member_id IS NULL;

CREATE UNIQUE INDEX one_pledge_on_paper ON meeting_pledge (member_id) WHERE member_id IS NOT NULL;

CREATE TRIGGER pledge_is_never_changed BEFORE UPDATE ON meeting_pledge BEGIN SELECT RAISE(ABORT, 'a pledge is never changed'); END;

CREATE TRIGGER pledge_is_never_deleted BEFORE DELETE ON meeting_pledge BEGIN SELECT RAISE(ABORT, 'a pledge is never deleted'); END;

CREATE TABLE meeting_release (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES meeting_item (id),
  paper_id INTEGER REFERENCES meeting_paper (id),
  ground TEXT NOT NULL CHECK (ground IN ('consent', 'statement', 'law')),
  consent_id INTEGER REFERENCES consent (id),
  said_on TEXT,
  words TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL CHECK (reason <> ''),
  note_id INTEGER NOT NULL REFERENCES note (id),
  attachment_id INTEGER REFERENCES attachment (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  at INTEGER NOT NULL,
  CHECK ((ground = 'consent') = (consent_id IS NOT NULL)),
  CHECK ((ground = 'statement') = (said_on IS NOT NULL)),
  CHECK (ground = 'consent' OR words <> '')
) STRICT;

CREATE INDEX meeting_release_of ON meeting_release (item_id, id);

CREATE INDEX meeting_release_of_note ON meeting_release (note_id);

CREATE TRIGGER meeting_release_is_never_changed BEFORE UPDATE ON meeting_release
  BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;

CREATE TRIGGER meeting_release_is_never_deleted BEFORE DELETE ON meeting_release
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN meeting_item o ON o.case_file_id = h.case_file_id WHERE o.id = old.item_id)
  BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END;

CREATE TABLE meeting_role (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES meeting_item (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  person TEXT NOT NULL DEFAULT '',
  what TEXT NOT NULL CHECK (what <> ''),
  due_on TEXT,
  task_id INTEGER REFERENCES task (id)
) STRICT;

CREATE INDEX meeting_role_of ON meeting_role (item_id, id);

CREATE INDEX meeting_role_of_task ON meeting_role (task_id) WHERE task_id IS NOT NULL;

CREATE TRIGGER meeting_role_is_never_deleted BEFORE DELETE ON meeting_role
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN meeting_item o ON o.case_file_id = h.case_file_id WHERE o.id = old.item_id)
  BEGIN SELECT RAISE(ABORT, 'what a meeting decided is never deleted'); END;

CREATE TABLE monitoring (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  planned_on TEXT NOT NULL DEFAULT '',
  held_on TEXT NOT NULL,
  findings TEXT NOT NULL CHECK (findings <> ''),
  outcome TEXT NOT NULL CHECK (outcome IN ('goOn', 'resortRoles', 'replan', 'close', 'interrupt')),
  next_on TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX monitoring_of ON monitoring (plan_id, held_on);

CREATE TABLE mover (
  id INTEGER PRIMARY KEY,
  transfer_id INTEGER NOT NULL REFERENCES transfer (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('leaves', 'moves', 'arrives')),
  from_agency INTEGER REFERENCES agency (id),
  to_agency INTEGER REFERENCES agency (id),
  -- The template by its name on that day, and its roles, apart by spaces.
  template TEXT NOT NULL DEFAULT '',
  roles TEXT NOT NULL DEFAULT '',
  -- Who takes over whatever is not chosen case by case.
  successor INTEGER REFERENCES staff (id),
  -- An administrator answers for the new rights.
  confirmed_by INTEGER REFERENCES staff (id),
  confirmed_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (transfer_id, staff_id),
  CHECK ((kind = 'arrives') = (from_agency IS NULL)),
  CHECK ((kind = 'leaves') = (to_agency IS NULL)),
  CHECK (kind = 'leaves' OR roles <> '')
) STRICT;

CREATE INDEX mover_from ON mover (from_agency);

CREATE INDEX mover_of_staff ON mover (staff_id);

CREATE INDEX mover_to ON mover (to_agency);

CREATE TRIGGER mover_comes_before BEFORE INSERT ON mover
  WHEN EXISTS (SELECT 1 FROM transfer t WHERE t.id = new.transfer_id AND (t.applied_at IS NOT NULL OR t.cancelled_at IS NOT NULL))
  BEGIN SELECT RAISE(ABORT, 'a transfer stays as it was carried out'); END;

CREATE TRIGGER mover_is_kept BEFORE DELETE ON mover
  WHEN EXISTS (SELECT 1 FROM transfer t WHERE t.id = old.transfer_id AND (t.applied_at IS NOT NULL OR t.cancelled_at IS NOT NULL))
  BEGIN SELECT RAISE(ABORT, 'a transfer stays as it was carried out'); END;

CREATE TRIGGER mover_stays_as_carried_out BEFORE UPDATE ON mover
  WHEN EXISTS (SELECT 1 FROM transfer t WHERE t.id = old.transfer_id AND (t.applied_at IS NOT NULL OR t.cancelled_at IS NOT NULL))
  BEGIN SELECT RAISE(ABORT, 'a transfer stays as it was carried out'); END;

CREATE TABLE mover_choice (
  mover_id INTEGER NOT NULL REFERENCES mover (id),
  matter TEXT NOT NULL CHECK (matter IN ('charge', 'task', 'coordination')),
  target_id INTEGER NOT NULL,
  successor INTEGER NOT NULL REFERENCES staff (id),
  PRIMARY KEY (mover_id, matter, target_id)
) STRICT, WITHOUT ROWID;

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
  -- Where it stands within its day: when it was held, in Japan time, or else when it was recorded.
  moment INTEGER AS (coalesce(CASE WHEN held_at <> '' THEN unixepoch(held_on || ' ' || held_at) - 32400 END, recorded_at)) STORED,
  CHECK (replaces IS NULL OR correction_reason <> '')
) STRICT;

CREATE INDEX note_of_agency ON note (agency_id, recorded_at DESC);

CREATE INDEX note_of_case ON note (case_file_id, held_on DESC, moment DESC, id DESC);

CREATE TRIGGER note_is_never_changed BEFORE UPDATE OF id, case_file_id, agency_id, staff_id, held_on, held_at, minutes, method,
  counterpart, met, title, facts, opinion, next_action, next_due, replaces, correction_reason, recorded_at ON note BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;

CREATE TRIGGER note_is_never_deleted BEFORE DELETE ON note
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
  BEGIN SELECT RAISE(ABORT, 'a note is never deleted'); END;

CREATE TRIGGER note_reader_of_new_note AFTER INSERT ON note BEGIN
  INSERT OR IGNORE INTO note_reader SELECT g.agency_id, NEW.id FROM case_ground g
  WHERE g.case_file_id = NEW.case_file_id AND g.is_open = 1
    AND (g.agency_id = NEW.agency_id OR (NEW.visibility = 'team' AND g.reach = 'team' AND NEW.recorded_at >= g.notes_since));
END;

CREATE TRIGGER note_reader_of_visibility AFTER UPDATE OF visibility ON note BEGIN
  DELETE FROM note_reader WHERE note_id = NEW.id AND agency_id IN (SELECT g.agency_id FROM case_ground g WHERE g.case_file_id = NEW.case_file_id)
    AND NOT EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = NEW.case_file_id AND g.agency_id = note_reader.agency_id AND g.is_open = 1
      AND (g.agency_id = NEW.agency_id OR (NEW.visibility = 'team' AND g.reach = 'team' AND NEW.recorded_at >= g.notes_since)));
  INSERT OR IGNORE INTO note_reader SELECT g.agency_id, NEW.id FROM case_ground g
  WHERE g.case_file_id = NEW.case_file_id AND g.is_open = 1
    AND (g.agency_id = NEW.agency_id OR (NEW.visibility = 'team' AND g.reach = 'team' AND NEW.recorded_at >= g.notes_since));
END;

CREATE TABLE note_reader (
  agency_id INTEGER NOT NULL,
  note_id INTEGER NOT NULL,
  PRIMARY KEY (agency_id, note_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER note_text_of_past_reader AFTER DELETE ON note_reader BEGIN
  INSERT INTO note_text (note_text, rowid, words) SELECT 'delete', OLD.agency_id << 32 | n.id,
    OLD.agency_id || char(1) || folded(n.title || char(10) || n.facts || char(10) || n.opinion || char(10) || n.next_action)
  FROM note n WHERE n.id = OLD.note_id;
END;

CREATE TRIGGER note_text_of_reader AFTER INSERT ON note_reader BEGIN
  INSERT INTO note_text (rowid, words) SELECT NEW.agency_id << 32 | n.id,
    NEW.agency_id || char(1) || folded(n.title || char(10) || n.facts || char(10) || n.opinion || char(10) || n.next_action)
  FROM note n WHERE n.id = NEW.note_id;
END;

CREATE TABLE note_review (
  id INTEGER PRIMARY KEY,
  note_id INTEGER NOT NULL REFERENCES note (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  comment TEXT NOT NULL DEFAULT '',
  confirms INTEGER NOT NULL CHECK (confirms IN (0, 1)),
  at INTEGER NOT NULL
, to_staff INTEGER REFERENCES staff (id), read_at INTEGER) STRICT;

CREATE INDEX note_review_of ON note_review (note_id);

CREATE INDEX note_review_unread ON note_review (to_staff) WHERE read_at IS NULL AND comment <> '';

CREATE VIRTUAL TABLE note_text USING fts5(words, content='', tokenize='bigram reader');

CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  municipality_code TEXT NOT NULL,
  profile TEXT NOT NULL,
  opened_at INTEGER NOT NULL
) STRICT;

CREATE TABLE pack (
  id INTEGER PRIMARY KEY,
  -- Either of a meeting, or of the fiscal year that begins in April of this year.
  meeting_id INTEGER REFERENCES meeting (id),
  fiscal_year INTEGER,
  -- For whom a copy is; nothing for the convener's own, with everything in it.
  member_id INTEGER REFERENCES meeting_member (id),
  -- 「部数番号」
  copy INTEGER NOT NULL DEFAULT 0,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled', 'gone')),
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  queued_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  size INTEGER NOT NULL DEFAULT 0,
  sha256 TEXT NOT NULL DEFAULT '',
  -- A mark of the words that were kept back from who made it (支援措置); empty for none.
  veil TEXT NOT NULL DEFAULT '',
  CHECK (state <> 'done' OR sha256 <> ''),
  CHECK ((meeting_id IS NULL) <> (fiscal_year IS NULL)),
  CHECK (member_id IS NULL OR meeting_id IS NOT NULL)
) STRICT;

CREATE INDEX pack_in_hand ON pack (id) WHERE state IN ('queued', 'running');

CREATE INDEX pack_kept ON pack (ended_at) WHERE sha256 <> '';

CREATE INDEX pack_of_meeting ON pack (meeting_id, id DESC);

CREATE INDEX pack_of_member ON pack (member_id) WHERE member_id IS NOT NULL;

CREATE INDEX pack_of_year ON pack (staff_id, id DESC) WHERE fiscal_year IS NOT NULL;

CREATE TABLE pack_item (
  pack_id INTEGER NOT NULL REFERENCES pack (id),
  item_id INTEGER NOT NULL REFERENCES meeting_item (id),
  PRIMARY KEY (pack_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX pack_item_of ON pack_item (item_id);

CREATE TABLE pack_plan (
  pack_id INTEGER NOT NULL REFERENCES pack (id),
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  PRIMARY KEY (pack_id, plan_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX pack_plan_of ON pack_plan (plan_id);

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  coordination_id INTEGER NOT NULL REFERENCES coordination (id),
  round INTEGER NOT NULL CHECK (round > 0),
  programme TEXT NOT NULL DEFAULT 'multi' CHECK (programme IN ('multi', 'outreach', 'participation')),
  form_version INTEGER NOT NULL,
  drafted_on TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  issues TEXT NOT NULL DEFAULT '',
  -- In the person's own words.
  goal_words TEXT NOT NULL DEFAULT '',
  goal_long TEXT NOT NULL DEFAULT '',
  goal_short TEXT NOT NULL DEFAULT '',
  policy TEXT NOT NULL DEFAULT '',
  other_services TEXT NOT NULL DEFAULT '',
  period_from TEXT NOT NULL DEFAULT '',
  period_to TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  -- 本人の同意・利用申込
  agreed_on TEXT NOT NULL DEFAULT '',
  agreed_how TEXT NOT NULL DEFAULT '' CHECK (agreed_how IN ('', 'signature', 'proxy', 'oral')),
  -- Derived from items and uses whenever they are saved (R-21).
  pattern TEXT NOT NULL DEFAULT 'othersOnly' CHECK (pattern IN ('programmesOnly', 'programmesAndOthers', 'othersOnly')),
  is_complete INTEGER NOT NULL DEFAULT 0 CHECK (is_complete IN (0, 1)),
  saved_at INTEGER NOT NULL,
  submitted_at INTEGER,
  -- 確定日, written with the event that confirms: the decision (A, B) or the meeting (C).
  confirmed_on TEXT,
  -- Consent was withdrawn or something else asks for a new look; the sentence says what.
  review_wanted TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (coordination_id, round)
) STRICT;

CREATE TRIGGER confirmed_plan_is_never_changed BEFORE UPDATE OF coordination_id, round, programme, drafted_on, issues, goal_words, goal_long,
  goal_short, policy, other_services, period_from, period_to, notes, agreed_on, agreed_how, pattern, confirmed_on ON plan
  WHEN old.confirmed_on IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TRIGGER plan_is_never_deleted BEFORE DELETE ON plan
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id WHERE o.id = old.coordination_id)
  BEGIN SELECT RAISE(ABORT, 'a plan is never deleted'); END;

CREATE TABLE plan_comment (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  words TEXT NOT NULL CHECK (words <> ''),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX plan_comment_of ON plan_comment (plan_id, id);

CREATE TRIGGER plan_comment_is_never_changed BEFORE UPDATE ON plan_comment BEGIN SELECT RAISE(ABORT, 'a comment is never changed'); END;

CREATE TRIGGER plan_comment_is_never_deleted BEFORE DELETE ON plan_comment
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
    WHERE p.id = old.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;

CREATE TABLE plan_history (
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (plan_id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER plan_history_is_never_changed BEFORE UPDATE ON plan_history
  BEGIN SELECT RAISE(ABORT, 'the history of a plan is never changed'); END;

CREATE TRIGGER plan_history_is_never_deleted BEFORE DELETE ON plan_history
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
    WHERE p.id = old.plan_id)
  BEGIN SELECT RAISE(ABORT, 'the history of a plan is never deleted'); END;

CREATE TABLE plan_item (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL,
  issue TEXT NOT NULL DEFAULT '',
  goal TEXT NOT NULL DEFAULT '',
  action TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL CHECK (owner IN ('', 'person', 'family', 'agency')),
  owner_agency INTEGER REFERENCES agency (id),
  owner_name TEXT NOT NULL DEFAULT '',
  -- The programme the row is part of; nothing for other support. The pattern follows from it (R-21).
  programme TEXT NOT NULL DEFAULT '' CHECK (programme IN ('', 'outreach', 'participation')),
  frequency TEXT NOT NULL DEFAULT '',
  from_on TEXT NOT NULL DEFAULT '',
  until_on TEXT NOT NULL DEFAULT '',
  remarks TEXT NOT NULL DEFAULT '',
  UNIQUE (plan_id, position)
) STRICT;

CREATE TRIGGER confirmed_item_is_never_changed BEFORE UPDATE ON plan_item
  WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TRIGGER confirmed_item_stays BEFORE DELETE ON plan_item
  WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
    WHERE p.id = old.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TRIGGER confirmed_plan_gets_no_item BEFORE INSERT ON plan_item
  WHEN (SELECT confirmed_on FROM plan WHERE id = new.plan_id) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TABLE plan_monitoring (
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  on_day TEXT NOT NULL,
  -- Agreed on after the plan was confirmed: an appointment, not a change of the plan.
  added_later INTEGER NOT NULL DEFAULT 0 CHECK (added_later IN (0, 1)),
  PRIMARY KEY (plan_id, on_day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER confirmed_monitoring_stays BEFORE DELETE ON plan_monitoring
  WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
    WHERE p.id = old.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TRIGGER confirmed_plan_gets_no_monitoring BEFORE INSERT ON plan_monitoring
  WHEN new.added_later = 0 AND (SELECT confirmed_on FROM plan WHERE id = new.plan_id) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TRIGGER monitoring_day_is_never_changed BEFORE UPDATE ON plan_monitoring
  BEGIN SELECT RAISE(ABORT, 'a day of monitoring is never changed'); END;

CREATE TABLE plan_programme (
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  programme TEXT NOT NULL CHECK (programme IN ('outreach', 'participation')),
  content TEXT NOT NULL DEFAULT '',
  kinds TEXT NOT NULL DEFAULT '[]',
  provider INTEGER REFERENCES agency (id),
  place TEXT NOT NULL DEFAULT '',
  from_on TEXT NOT NULL DEFAULT '',
  until_on TEXT NOT NULL DEFAULT '',
  -- R-23: outreach begun earlier, early contact of 参加支援.
  began_on TEXT NOT NULL DEFAULT '',
  began_reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (plan_id, programme)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER confirmed_plan_gets_no_programme BEFORE INSERT ON plan_programme
  WHEN (SELECT confirmed_on FROM plan WHERE id = new.plan_id) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TRIGGER confirmed_programme_is_never_changed BEFORE UPDATE ON plan_programme
  WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TRIGGER confirmed_programme_stays BEFORE DELETE ON plan_programme
  WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
    WHERE p.id = old.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TABLE plan_review (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL UNIQUE REFERENCES plan (id),
  form_version INTEGER NOT NULL,
  reviewed_on TEXT NOT NULL DEFAULT '',
  -- JSON by form field: attainment of goals, C-12 changes, state, what remains, role results, resource gap, the person's view.
  answers TEXT NOT NULL DEFAULT '{}',
  result TEXT NOT NULL DEFAULT '' CHECK (result IN ('', 'close', 'replan', 'interrupt')),
  close_reason TEXT NOT NULL DEFAULT '',
  interrupt_reason TEXT NOT NULL DEFAULT '',
  lead_agency INTEGER REFERENCES agency (id),
  lead_person TEXT NOT NULL DEFAULT '',
  needs_follow_up INTEGER CHECK (needs_follow_up IN (0, 1)),
  follow_up_how TEXT NOT NULL DEFAULT '',
  follow_up_on TEXT,
  resource_gap TEXT NOT NULL DEFAULT '',
  completed_at INTEGER,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  saved_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE plan_role (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL,
  -- A draft may not have chosen yet.
  agency_id INTEGER REFERENCES agency (id),
  person TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  is_main INTEGER NOT NULL CHECK (is_main IN (0, 1)),
  UNIQUE (plan_id, position)
) STRICT;

CREATE UNIQUE INDEX one_main_role ON plan_role (plan_id) WHERE is_main = 1;

CREATE INDEX plan_role_of_agency ON plan_role (agency_id, plan_id);

CREATE TRIGGER confirmed_plan_gets_no_role BEFORE INSERT ON plan_role
  WHEN (SELECT confirmed_on FROM plan WHERE id = new.plan_id) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TRIGGER confirmed_role_is_never_changed BEFORE UPDATE ON plan_role
  WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TRIGGER confirmed_role_stays BEFORE DELETE ON plan_role
  WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
    WHERE p.id = old.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;

CREATE TABLE preparation (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES meeting_item (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  due_on TEXT NOT NULL,
  -- What the convener adds to the four questions.
  words TEXT NOT NULL DEFAULT '',
  asked_by INTEGER NOT NULL REFERENCES staff (id),
  asked_at INTEGER NOT NULL,
  -- 0: 「関わっていません」
  is_involved INTEGER CHECK (is_involved IN (0, 1)),
  household TEXT NOT NULL DEFAULT '',
  doing TEXT NOT NULL DEFAULT '',
  wanted TEXT NOT NULL DEFAULT '',
  asks TEXT NOT NULL DEFAULT '',
  -- By telephone or on paper: written down by who convenes.
  way TEXT NOT NULL DEFAULT '' CHECK (way IN ('', 'screen', 'phone', 'fax')),
  told_by TEXT NOT NULL DEFAULT '',
  answered_by INTEGER REFERENCES staff (id),
  answered_at INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (item_id, agency_id),
  CHECK ((is_involved IS NULL) = (answered_at IS NULL))
) STRICT;

CREATE INDEX preparation_of_agency ON preparation (agency_id, due_on);

CREATE TABLE preparation_reminder (
  id INTEGER PRIMARY KEY,
  preparation_id INTEGER NOT NULL REFERENCES preparation (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX preparation_reminder_of ON preparation_reminder (preparation_id, id);

CREATE TABLE progress_report (
  id INTEGER PRIMARY KEY,
  plan_role_id INTEGER NOT NULL REFERENCES plan_role (id),
  state TEXT NOT NULL CHECK (state IN ('asPlanned', 'partly', 'notStarted', 'needsTalk')),
  words TEXT NOT NULL DEFAULT '',
  on_behalf INTEGER NOT NULL DEFAULT 0 CHECK (on_behalf IN (0, 1)),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX progress_report_of ON progress_report (plan_role_id, id);

CREATE TABLE protection (
  id INTEGER PRIMARY KEY,
  resident_id INTEGER NOT NULL REFERENCES resident (id),
  kind TEXT NOT NULL CHECK (kind IN ('partnerViolence', 'stalking', 'childAbuse', 'elderAbuse', 'disabledAbuse', 'other')),
  level TEXT NOT NULL CHECK (level IN ('contacts', 'existence')),
  -- The first record of the perpetrator, where there is one; otherwise who it is in words.
  perpetrator_id INTEGER REFERENCES resident (id),
  perpetrator_words TEXT NOT NULL DEFAULT '',
  -- What it rests on (住民基本台帳事務の支援措置, 保護命令, 本人の申出 …).
  basis TEXT NOT NULL CHECK (basis <> ''),
  -- What those who are cleared must mind.
  words TEXT NOT NULL DEFAULT '',
  from_on TEXT NOT NULL,
  -- The day on which it is looked at again. It goes on after that until somebody ends it.
  until_on TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  registered_at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by INTEGER REFERENCES staff (id),
  end_reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (perpetrator_id IS NULL OR perpetrator_id <> resident_id),
  CHECK (ended_at IS NULL OR end_reason <> '')
) STRICT;

CREATE UNIQUE INDEX one_protection ON protection (resident_id) WHERE ended_at IS NULL;

CREATE INDEX protection_from ON protection (perpetrator_id) WHERE perpetrator_id IS NOT NULL;

CREATE TABLE protection_bar (
  id INTEGER PRIMARY KEY,
  protection_id INTEGER NOT NULL REFERENCES protection (id),
  staff_id INTEGER REFERENCES staff (id),
  agency_id INTEGER REFERENCES agency (id),
  CHECK ((staff_id IS NULL) <> (agency_id IS NULL))
) STRICT;

CREATE INDEX protection_bar_agency ON protection_bar (agency_id) WHERE agency_id IS NOT NULL;

CREATE INDEX protection_bar_of ON protection_bar (protection_id);

CREATE INDEX protection_bar_staff ON protection_bar (staff_id) WHERE staff_id IS NOT NULL;

CREATE TABLE protection_clearance (
  protection_id INTEGER NOT NULL REFERENCES protection (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  PRIMARY KEY (protection_id, agency_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE protection_event (
  id INTEGER PRIMARY KEY,
  protection_id INTEGER NOT NULL REFERENCES protection (id),
  event TEXT NOT NULL,
  content TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX protection_event_of ON protection_event (protection_id, id);

CREATE TRIGGER protection_event_is_never_changed BEFORE UPDATE ON protection_event
  BEGIN SELECT RAISE(ABORT, 'a protection event is never changed'); END;

CREATE TRIGGER protection_event_is_never_deleted BEFORE DELETE ON protection_event
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN protection o ON o.resident_id = h.resident_id WHERE o.id = old.protection_id)
  BEGIN SELECT RAISE(ABORT, 'a protection event is never deleted'); END;

CREATE TABLE questionnaire (
  meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id),
  closes_on TEXT NOT NULL,
  closed_at INTEGER
) STRICT;

CREATE TRIGGER closed_questionnaire_stays BEFORE UPDATE ON questionnaire
  WHEN old.closed_at IS NOT NULL OR old.closes_on <> new.closes_on
  BEGIN SELECT RAISE(ABORT, 'a questionnaire is not opened again'); END;

CREATE TABLE questionnaire_answer (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  heard INTEGER NOT NULL CHECK (heard BETWEEN 1 AND 5),
  understood INTEGER NOT NULL CHECK (understood BETWEEN 1 AND 5),
  roles INTEGER NOT NULL CHECK (roles BETWEEN 1 AND 5),
  person INTEGER NOT NULL CHECK (person BETWEEN 1 AND 5),
  time INTEGER NOT NULL CHECK (time BETWEEN 1 AND 5),
  words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX questionnaire_answer_of ON questionnaire_answer (meeting_id);

CREATE TABLE questionnaire_sent (
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  PRIMARY KEY (meeting_id, staff_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE records_hold (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  until_on TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by INTEGER REFERENCES staff (id),
  end_reason TEXT NOT NULL DEFAULT '',
  CHECK (ended_at IS NULL OR end_reason <> '')
) STRICT;

CREATE UNIQUE INDEX one_hold ON records_hold (case_file_id) WHERE ended_at IS NULL;

CREATE INDEX records_hold_of ON records_hold (case_file_id, id);

CREATE TABLE recovery_code (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  -- SHA-256 of the person's number and the code, of 79 bits.
  code_hash BLOB NOT NULL CHECK (length(code_hash) = 32),
  used_at INTEGER,
  PRIMARY KEY (staff_id, code_hash)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER recovery_code_is_used_once BEFORE UPDATE ON recovery_code WHEN OLD.used_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a recovery code is used once'); END;

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
  version INTEGER NOT NULL DEFAULT 1, rest_since INTEGER, rest_noted_at INTEGER, rest_noted_by INTEGER REFERENCES staff (id),
  CHECK (from_agency <> to_agency)
) STRICT;

CREATE INDEX referral_multi ON referral (is_multi, stage, touched_at DESC) WHERE is_multi = 1;

CREATE INDEX referral_of_case ON referral (case_file_id);

CREATE INDEX referral_of_consultation ON referral (consultation_id) WHERE consultation_id IS NOT NULL;

CREATE INDEX referral_received ON referral (to_agency, stage, touched_at DESC);

CREATE INDEX referral_rest ON referral (from_agency, stage) WHERE rest_since IS NOT NULL AND rest_noted_at IS NULL;

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
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN referral o ON o.case_file_id = h.case_file_id WHERE o.id = old.referral_id)
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
  recorded_at INTEGER NOT NULL, agency_id INTEGER REFERENCES agency (id),
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

CREATE INDEX resident_same_as ON resident (same_as) WHERE same_as IS NOT NULL;

CREATE TRIGGER resident_text_of_changed_name AFTER UPDATE OF name, name_kana, other_name ON resident BEGIN
  INSERT INTO resident_text (resident_text, rowid, words)
    SELECT 'delete', p.agency_id << 32 | OLD.id, p.agency_id || char(1) || folded_names(OLD.name || char(10) || OLD.name_kana || char(10) || OLD.other_name)
  FROM resident_reader p WHERE p.resident_id = OLD.id;
  INSERT INTO resident_text (rowid, words) SELECT p.agency_id << 32 | NEW.id, p.agency_id || char(1) || folded_names(NEW.name || char(10) || NEW.name_kana || char(10) || NEW.other_name)
  FROM resident_reader p WHERE p.resident_id = NEW.id;
END;

CREATE VIEW resident_in_reach (resident_id, agency_id, case_file_id) AS
  SELECT c.resident_id, +g.agency_id, c.id FROM case_file c JOIN case_ground g ON g.case_file_id = c.id AND g.is_open = 1
  WHERE c.resident_id IS NOT NULL
  UNION ALL
  SELECT m.resident_id, +g.agency_id, c.id FROM household_member m JOIN case_file c ON c.household_id = m.household_id
    JOIN case_ground g ON g.case_file_id = c.id AND g.is_open = 1 AND g.reach = 'team'
  WHERE m.until_on IS NULL;

CREATE TABLE resident_reader (
  resident_id INTEGER NOT NULL,
  agency_id INTEGER NOT NULL,
  PRIMARY KEY (resident_id, agency_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER resident_text_of_past_reader AFTER DELETE ON resident_reader BEGIN
  INSERT INTO resident_text (resident_text, rowid, words)
    SELECT 'delete', OLD.agency_id << 32 | r.id, OLD.agency_id || char(1) || folded_names(r.name || char(10) || r.name_kana || char(10) || r.other_name)
  FROM resident r WHERE r.id = OLD.resident_id;
END;

CREATE TRIGGER resident_text_of_reader AFTER INSERT ON resident_reader BEGIN
  INSERT INTO resident_text (rowid, words) SELECT NEW.agency_id << 32 | r.id, NEW.agency_id || char(1) || folded_names(r.name || char(10) || r.name_kana || char(10) || r.other_name)
  FROM resident r WHERE r.id = NEW.resident_id;
END;

CREATE VIRTUAL TABLE resident_text USING fts5(words, content='', tokenize='bigram reader');

CREATE TABLE resource_gap (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES meeting_item (id),
  words TEXT NOT NULL CHECK (words <> ''),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX resource_gap_of ON resource_gap (item_id);

CREATE TABLE schema_version (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  fingerprint INTEGER NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;

CREATE TABLE second_factor (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
  -- AES-GCM under the key in doors.key, bound to this person.
  secret BLOB NOT NULL CHECK (length(secret) > 28),
  -- The last step of thirty seconds whose code was used. A code is used once.
  used_step INTEGER NOT NULL,
  set_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER second_factor_code_is_used_once BEFORE UPDATE OF used_step ON second_factor
  WHEN NEW.used_step <= OLD.used_step AND NEW.secret = OLD.secret
  BEGIN SELECT RAISE(ABORT, 'a code is used once'); END;

CREATE TABLE session (
  token_hash BLOB PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  started_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  ended_at INTEGER,
  remote TEXT NOT NULL,
  browser TEXT NOT NULL
, proven_at INTEGER NOT NULL DEFAULT 0, way TEXT NOT NULL DEFAULT 'password' CHECK (way IN ('password', 'provider')), has_factor INTEGER NOT NULL DEFAULT 0 CHECK (has_factor IN (0, 1))) STRICT, WITHOUT ROWID;

CREATE INDEX session_living ON session (seen_at) WHERE ended_at IS NULL;

CREATE INDEX session_of_staff ON session (staff_id, ended_at);

CREATE TABLE sign_in_notice (
  id INTEGER PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('newPlace', 'factorReset', 'recoveryCodeUsed')),
  -- Where it happened; empty for what an administrator did.
  remote TEXT NOT NULL,
  browser TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- Seen at the place it is about, and seen anywhere else. Only the second ends it: a stranger cannot do that from where they came in.
  told_there INTEGER,
  told_at INTEGER
) STRICT;

CREATE INDEX sign_in_notice_open ON sign_in_notice (staff_id) WHERE told_at IS NULL;

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
, stopped_at INTEGER) STRICT;

CREATE INDEX staff_of_agency ON staff (agency_id, name_kana);

CREATE TABLE staff_role (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  role TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT,
  PRIMARY KEY (staff_id, role, from_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE study_pack (
  id INTEGER PRIMARY KEY,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  made_by INTEGER NOT NULL REFERENCES staff (id),
  made_at INTEGER NOT NULL,
  -- Texts and drawings without names, as JSON.
  content TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  confirmed_at INTEGER,
  confirmed_by INTEGER REFERENCES staff (id),
  CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL))
) STRICT;

CREATE INDEX study_pack_of ON study_pack (case_file_id, agency_id, id);

CREATE TRIGGER study_pack_is_never_deleted BEFORE DELETE ON study_pack
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
  BEGIN SELECT RAISE(ABORT, 'a pack is never deleted'); END;

CREATE TRIGGER study_pack_stays_as_confirmed BEFORE UPDATE ON study_pack WHEN old.confirmed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a confirmed pack is never changed'); END;

CREATE TABLE submission (
  token TEXT PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  path TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE support_decision (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  result TEXT NOT NULL CHECK (result IN ('granted', 'grantedWithConditions', 'refused')),
  number TEXT NOT NULL CHECK (number <> ''),
  decided_on TEXT NOT NULL,
  decider_title TEXT NOT NULL CHECK (decider_title <> ''),
  decider_name TEXT NOT NULL CHECK (decider_name <> ''),
  content TEXT NOT NULL DEFAULT '',
  conditions TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  -- Pattern B: the other support was confirmed (確認).
  confirms_rest INTEGER NOT NULL DEFAULT 0 CHECK (confirms_rest IN (0, 1)),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  at INTEGER NOT NULL,
  CHECK (result <> 'refused' OR reason <> ''),
  CHECK (result <> 'grantedWithConditions' OR conditions <> '')
) STRICT;

CREATE UNIQUE INDEX support_decision_number ON support_decision (number);

CREATE INDEX support_decision_of ON support_decision (plan_id, id);

CREATE TRIGGER support_decision_is_never_changed BEFORE UPDATE ON support_decision
  BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;

CREATE TRIGGER support_decision_is_never_deleted BEFORE DELETE ON support_decision
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
    WHERE p.id = old.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;

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

CREATE INDEX task_of_note ON task (note_id) WHERE note_id IS NOT NULL;

CREATE INDEX task_of_staff ON task (staff_id, due_on) WHERE done_at IS NULL;

CREATE TABLE town_report (
  plan_id INTEGER PRIMARY KEY REFERENCES plan (id),
  reported_at INTEGER NOT NULL,
  reported_by INTEGER NOT NULL REFERENCES staff (id),
  received_at INTEGER,
  received_by INTEGER REFERENCES staff (id),
  words TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX town_report_waiting ON town_report (received_at, reported_at);

CREATE TABLE transfer (
  id INTEGER PRIMARY KEY,
  -- The first day of the new rights.
  effective_on TEXT NOT NULL,
  planned_by INTEGER NOT NULL REFERENCES staff (id),
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  planned_at INTEGER NOT NULL,
  applied_at INTEGER,
  -- Nobody where the server did it by itself.
  applied_by INTEGER REFERENCES staff (id),
  cancelled_at INTEGER,
  cancelled_by INTEGER REFERENCES staff (id),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (applied_at IS NULL OR cancelled_at IS NULL)
) STRICT;

CREATE INDEX transfer_open ON transfer (effective_on) WHERE applied_at IS NULL AND cancelled_at IS NULL;

CREATE TRIGGER transfer_is_done_once BEFORE UPDATE ON transfer WHEN old.applied_at IS NOT NULL OR old.cancelled_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a transfer is carried out or cancelled once'); END;

CREATE TRIGGER transfer_is_never_deleted BEFORE DELETE ON transfer BEGIN SELECT RAISE(ABORT, 'a transfer is never deleted'); END;

CREATE TABLE transfer_outcome (
  id INTEGER PRIMARY KEY,
  mover_id INTEGER NOT NULL REFERENCES mover (id),
  matter TEXT NOT NULL CHECK (matter IN ('rights', 'charge', 'task', 'coordination', 'draft')),
  -- The case it is about; nothing for rights and drafts.
  case_file_id INTEGER REFERENCES case_file (id),
  target_id INTEGER NOT NULL,
  successor INTEGER REFERENCES staff (id),
  hindrance TEXT NOT NULL DEFAULT '' CHECK (hindrance IN ('', 'alreadyElsewhere', 'lastAdministrator', 'unconfirmed', 'noSuccessor')),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX transfer_outcome_of ON transfer_outcome (mover_id, id);

CREATE TRIGGER transfer_outcome_is_never_changed BEFORE UPDATE ON transfer_outcome
  BEGIN SELECT RAISE(ABORT, 'what happened is never changed'); END;

CREATE TRIGGER transfer_outcome_is_never_deleted BEFORE DELETE ON transfer_outcome
  WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
  BEGIN SELECT RAISE(ABORT, 'what happened is never deleted'); END;
