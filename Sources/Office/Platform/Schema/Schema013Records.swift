import Store

extension Schema {
  /// 本人開示, and 保存・廃棄. What lets a disposal through the guards of other tables is in ``disposalGuards``.
  static let records013 = Migration(13, "records", disclosureTables + disposalTables + disposalGuards + disposalIndexes)

  private static let disclosureTables = """
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
    -- Who did what about a request; who prepared may not take the second look.
    CREATE TABLE disclosure_event (
      id INTEGER PRIMARY KEY,
      disclosure_id INTEGER NOT NULL REFERENCES disclosure (id),
      event TEXT NOT NULL CHECK (event IN ('recorded', 'decided', 'extended', 'asked', 'sentBack', 'finished', 'withdrawn')),
      words TEXT NOT NULL DEFAULT '',
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX disclosure_event_of ON disclosure_event (disclosure_id, id);
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
    CREATE TRIGGER disclosure_event_is_never_changed BEFORE UPDATE ON disclosure_event
      BEGIN SELECT RAISE(ABORT, 'a disclosure event is never changed'); END;
    CREATE TRIGGER disclosure_event_is_never_deleted BEFORE DELETE ON disclosure_event
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN disclosure d ON d.resident_id = h.resident_id WHERE d.id = old.disclosure_id)
      BEGIN SELECT RAISE(ABORT, 'a disclosure event is never deleted'); END;

    """

  private static let disposalTables = """
    -- 廃棄の差止め: nothing of the case is disposed of while it holds.
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
    -- The minimal register: what stays when the case is gone. No key to the case, which will not be there.
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
    CREATE TRIGGER disposed_line_is_never_changed BEFORE UPDATE ON disposal_line WHEN old.disposed_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'the register of disposals is never changed'); END;
    CREATE TRIGGER disposal_line_is_never_deleted BEFORE DELETE ON disposal_line
      BEGIN SELECT RAISE(ABORT, 'the register of disposals is never deleted'); END;
    CREATE TRIGGER disposal_is_never_deleted BEFORE DELETE ON disposal
      BEGIN SELECT RAISE(ABORT, 'the register of disposals is never deleted'); END;
    -- Files of attachments that are still to be removed from the disk.
    CREATE TABLE disposal_file (
      sha256 TEXT PRIMARY KEY,
      disposal_id INTEGER NOT NULL REFERENCES disposal (id)
    ) STRICT, WITHOUT ROWID;

    -- Nothing is ever in it: a row that points at it must be gone before the COMMIT.
    CREATE TABLE disposal_never (id INTEGER PRIMARY KEY CHECK (id < 0)) STRICT;
    -- What is being disposed of at this moment, within one transaction. The guards of other tables look here.
    CREATE TABLE disposal_in_hand (
      case_file_id INTEGER,
      resident_id INTEGER,
      never INTEGER NOT NULL DEFAULT 1 REFERENCES disposal_never (id) DEFERRABLE INITIALLY DEFERRED,
      CHECK ((case_file_id IS NULL) <> (resident_id IS NULL))
    ) STRICT;
    CREATE TRIGGER only_what_was_approved_is_in_hand BEFORE INSERT ON disposal_in_hand
      WHEN new.case_file_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM disposal_line l JOIN disposal d ON d.id = l.disposal_id
        WHERE l.case_file_id = new.case_file_id AND l.struck_at IS NULL AND l.disposed_at IS NULL AND d.stage = 'approved')
      BEGIN SELECT RAISE(ABORT, 'no disposal of this case was approved'); END;
    CREATE TRIGGER nobody_is_in_hand_without_a_case BEFORE INSERT ON disposal_in_hand
      WHEN new.resident_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM disposal_in_hand WHERE case_file_id IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'no disposal is in hand'); END;

    """
}
