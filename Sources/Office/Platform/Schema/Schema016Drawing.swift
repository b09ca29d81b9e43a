import Store

extension Schema {
  /// ジェノグラム, エコマップ, 家族の年表 and 事例検討用の資料.
  static let drawing016 = Migration(16, "drawing", genogram016 + ecomap016 + studyPack016)

  private static let genogram016 = """
    -- How the genogram of a household stands; the number goes up with everything told or moved.
    CREATE TABLE genogram (
      household_id INTEGER PRIMARY KEY REFERENCES household (id),
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;

    -- Where somebody was put by hand: the place in the row of the generation, from the left.
    CREATE TABLE genogram_place (
      household_id INTEGER NOT NULL REFERENCES household (id),
      resident_id INTEGER NOT NULL REFERENCES resident (id),
      place INTEGER NOT NULL,
      PRIMARY KEY (household_id, resident_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX genogram_place_of ON genogram_place (resident_id);

    -- 家族について聞いたこと: told once, ended when it is told anew, never rewritten.
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
    CREATE INDEX family_fact_of ON family_fact (household_id, ended_at);
    CREATE INDEX family_fact_about ON family_fact (resident_id);
    CREATE INDEX family_fact_with ON family_fact (other_id);
    CREATE TRIGGER family_fact_is_only_ended BEFORE UPDATE OF household_id, topic, kind, resident_id, other_id, from_on, until_on, recorded_by,
      agency_id, recorded_at ON family_fact BEGIN SELECT RAISE(ABORT, 'what was told is never rewritten'); END;
    CREATE TRIGGER family_fact_is_ended_once BEFORE UPDATE OF ended_at, ended_by ON family_fact WHEN old.ended_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'what was told is ended once'); END;
    CREATE TRIGGER family_fact_is_never_deleted BEFORE DELETE ON family_fact WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand)
      BEGIN SELECT RAISE(ABORT, 'what was told is never deleted'); END;

    -- 家族のできごと, told by somebody for the chronology.
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
    CREATE INDEX life_event_of ON life_event (case_file_id, ended_at);
    CREATE INDEX life_event_about ON life_event (resident_id);
    CREATE TRIGGER life_event_is_only_ended BEFORE UPDATE OF case_file_id, resident_id, on_day, until_on, words, recorded_by, agency_id,
      recorded_at ON life_event BEGIN SELECT RAISE(ABORT, 'a life event is never rewritten'); END;
    CREATE TRIGGER life_event_is_ended_once BEFORE UPDATE OF ended_at, ended_by ON life_event WHEN old.ended_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a life event is ended once'); END;
    CREATE TRIGGER life_event_is_never_deleted BEFORE DELETE ON life_event WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand)
      BEGIN SELECT RAISE(ABORT, 'a life event is never deleted'); END;

    """

  private static let ecomap016 = """
    -- エコマップ: one version, saved whole.
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

    """

  private static let studyPack016 = """
    -- 事例検討用の資料: looked through and corrected by hand until a person confirms it, then as it was made.
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
    CREATE TRIGGER study_pack_stays_as_confirmed BEFORE UPDATE ON study_pack WHEN old.confirmed_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed pack is never changed'); END;
    CREATE TRIGGER study_pack_is_never_deleted BEFORE DELETE ON study_pack
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
      BEGIN SELECT RAISE(ABORT, 'a pack is never deleted'); END;
    """
}
