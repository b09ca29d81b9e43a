import Store

extension Schema {
  /// Consultations, case files with their grounds, notes, tasks, attachments.
  static let casework003 = Migration(
    3, "casework",
    """
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
    CREATE INDEX case_file_of_resident ON case_file (resident_id);
    CREATE INDEX case_file_of_household ON case_file (household_id);

    -- Why an agency may see a case. `touched_at` repeats the case's last activity so that a list of fifty reads fifty rows.
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

    -- The steps a case has gone through in 包括的相談支援; case_file.stage equals the last of them.
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
    CREATE INDEX consultation_list ON consultation (agency_id, received_on DESC, id DESC);
    CREATE INDEX consultation_by_day ON consultation (received_on DESC, id DESC);
    CREATE INDEX consultation_of_case ON consultation (case_file_id, id);

    CREATE TABLE consultation_concern (
      consultation_id INTEGER NOT NULL REFERENCES consultation (id),
      code TEXT NOT NULL,
      is_main INTEGER NOT NULL CHECK (is_main IN (0, 1)),
      note TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (consultation_id, code)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX one_main_concern ON consultation_concern (consultation_id) WHERE is_main = 1;

    -- What a consultation said before it was corrected. History is never rewritten.
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
    CREATE INDEX note_of_case ON note (case_file_id, held_on DESC, moment DESC, id DESC);
    CREATE INDEX note_of_agency ON note (agency_id, recorded_at DESC);
    -- Who may see a note can be narrowed by a correction; what it says never changes.
    CREATE TRIGGER note_is_never_changed BEFORE UPDATE OF id, case_file_id, agency_id, staff_id, held_on, held_at, minutes, method,
      counterpart, met, title, facts, opinion, next_action, next_due, replaces, correction_reason, recorded_at ON note BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;
    CREATE TRIGGER note_is_never_deleted BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'a note is never deleted'); END;

    -- Which agencies may read which notes: case_ground and note.visibility multiplied out, so that the search asks one narrow index of each hit.
    -- Kept by the triggers below and by nothing else; a test compares it with the rule after every kind of change.
    CREATE TABLE note_reader (
      agency_id INTEGER NOT NULL,
      note_id INTEGER NOT NULL,
      PRIMARY KEY (agency_id, note_id)
    ) STRICT, WITHOUT ROWID;
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
    CREATE TRIGGER note_reader_of_new_ground AFTER INSERT ON case_ground WHEN NEW.until IS NULL BEGIN
      INSERT OR IGNORE INTO note_reader SELECT NEW.agency_id, n.id FROM note n
      WHERE n.case_file_id = NEW.case_file_id AND (n.agency_id = NEW.agency_id OR (n.visibility = 'team' AND NEW.reach = 'team'));
    END;
    CREATE TRIGGER note_reader_of_changed_ground AFTER UPDATE OF until, reach ON case_ground BEGIN
      DELETE FROM note_reader WHERE agency_id = NEW.agency_id
        AND note_id IN (SELECT n.id FROM note n WHERE n.case_file_id = NEW.case_file_id);
      INSERT OR IGNORE INTO note_reader SELECT g.agency_id, n.id FROM case_ground g JOIN note n ON n.case_file_id = g.case_file_id
      WHERE g.case_file_id = NEW.case_file_id AND g.agency_id = NEW.agency_id AND g.is_open = 1
        AND (n.agency_id = g.agency_id OR (n.visibility = 'team' AND g.reach = 'team'));
    END;

    -- The words of a note, once for each agency that may read it: a search walks its own agency's words and nobody else's, so neither what
    -- it finds nor how long it takes tells of notes elsewhere. The row's number is the agency's, 32 bits up, and the note's.
    CREATE VIRTUAL TABLE note_text USING fts5(words, content='', tokenize='bigram reader');
    CREATE TRIGGER note_text_of_reader AFTER INSERT ON note_reader BEGIN
      INSERT INTO note_text (rowid, words) SELECT NEW.agency_id << 32 | n.id,
        NEW.agency_id || char(1) || folded(n.title || char(10) || n.facts || char(10) || n.opinion || char(10) || n.next_action)
      FROM note n WHERE n.id = NEW.note_id;
    END;
    -- A contentless index forgets a text only when it is told it again.
    CREATE TRIGGER note_text_of_past_reader AFTER DELETE ON note_reader BEGIN
      INSERT INTO note_text (note_text, rowid, words) SELECT 'delete', OLD.agency_id << 32 | n.id,
        OLD.agency_id || char(1) || folded(n.title || char(10) || n.facts || char(10) || n.opinion || char(10) || n.next_action)
      FROM note n WHERE n.id = OLD.note_id;
    END;

    -- 報告・連絡・相談: what the section supervisor says to a note.
    CREATE TABLE note_review (
      id INTEGER PRIMARY KEY,
      note_id INTEGER NOT NULL REFERENCES note (id),
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      comment TEXT NOT NULL DEFAULT '',
      confirms INTEGER NOT NULL CHECK (confirms IN (0, 1)),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX note_review_of ON note_review (note_id);

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
    CREATE INDEX task_of_case ON task (case_file_id, done_at);
    CREATE INDEX task_of_staff ON task (staff_id, due_on) WHERE done_at IS NULL;
    CREATE INDEX task_of_agency ON task (agency_id, due_on) WHERE done_at IS NULL;

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
    """)
}
