import Store

extension Schema {
  /// つなぎ: a question from one agency to another, with an answer.
  static let referral004 = Migration(
    4, "referral",
    """
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
    CREATE INDEX referral_sent ON referral (from_agency, stage, touched_at DESC);
    CREATE INDEX referral_received ON referral (to_agency, stage, touched_at DESC);
    CREATE INDEX referral_of_case ON referral (case_file_id);
    CREATE INDEX referral_multi ON referral (is_multi, stage, touched_at DESC) WHERE is_multi = 1;

    -- The facts; referral.stage equals the stage of the last one.
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
    -- What was handed over is never changed after the request.
    CREATE TRIGGER referral_is_kept_as_requested BEFORE UPDATE OF case_file_id, consultation_id, from_agency, from_staff, to_agency,
      is_multi, reason, asked, wishes, prior_contact_on, prior_contact_at, prior_contact_with, accompany, explained_on, explained_by,
      agreement, no_consent_reason, no_consent_note, snapshot, requested_at ON referral WHEN old.stage <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a referral stays as it was requested'); END;
    CREATE TRIGGER referral_event_is_never_changed BEFORE UPDATE ON referral_event
      BEGIN SELECT RAISE(ABORT, 'a referral event is never changed'); END;
    CREATE TRIGGER referral_event_is_never_deleted BEFORE DELETE ON referral_event
      BEGIN SELECT RAISE(ABORT, 'a referral event is never deleted'); END;
    """)
}
