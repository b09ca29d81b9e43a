import Store

extension Schema {
  /// 支援措置 and 緊急閲覧: who must not see a person, and who saw a case without a ground.
  static let protection010 = Migration(
    10, "protection",
    """
    -- The protection of one person. resident_id is the person's first record (coalesce(same_as, id)), so that it holds for all of them.
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
    CREATE TABLE protection_clearance (
      protection_id INTEGER NOT NULL REFERENCES protection (id),
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      PRIMARY KEY (protection_id, agency_id)
    ) STRICT, WITHOUT ROWID;
    -- Staff or agencies tied to the perpetrator.
    CREATE TABLE protection_bar (
      id INTEGER PRIMARY KEY,
      protection_id INTEGER NOT NULL REFERENCES protection (id),
      staff_id INTEGER REFERENCES staff (id),
      agency_id INTEGER REFERENCES agency (id),
      CHECK ((staff_id IS NULL) <> (agency_id IS NULL))
    ) STRICT;
    CREATE INDEX protection_bar_of ON protection_bar (protection_id);
    CREATE INDEX protection_bar_staff ON protection_bar (staff_id) WHERE staff_id IS NOT NULL;
    CREATE INDEX protection_bar_agency ON protection_bar (agency_id) WHERE agency_id IS NOT NULL;
    -- Who changed what about a protection, never rewritten.
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
      BEGIN SELECT RAISE(ABORT, 'a protection event is never deleted'); END;

    -- 緊急閲覧: one member of staff sees one case for some hours.
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
    CREATE INDEX emergency_access_of_staff ON emergency_access (staff_id, case_file_id, until_at);
    CREATE INDEX emergency_access_of_case ON emergency_access (case_file_id, id);
    CREATE INDEX emergency_access_unreviewed ON emergency_access (from_at) WHERE reviewed_at IS NULL;

    -- A protection holds for every record of the person: they are found from the first one.
    CREATE INDEX resident_same_as ON resident (same_as) WHERE same_as IS NOT NULL;
    -- A file that names the whereabouts of a protected person is for the agencies that are cleared.
    ALTER TABLE attachment ADD COLUMN names_whereabouts INTEGER NOT NULL DEFAULT 0 CHECK (names_whereabouts IN (0, 1));
    -- 世帯は個人の集まり: what an agency remarks about a member of a household is not shared with the household's other agencies by itself.
    ALTER TABLE household_member ADD COLUMN agency_id INTEGER REFERENCES agency (id);
    UPDATE household_member SET agency_id = (SELECT s.agency_id FROM staff s WHERE s.id = recorded_by);
    ALTER TABLE relationship ADD COLUMN agency_id INTEGER REFERENCES agency (id);
    UPDATE relationship SET agency_id = (SELECT s.agency_id FROM staff s WHERE s.id = recorded_by);
    """)
}
