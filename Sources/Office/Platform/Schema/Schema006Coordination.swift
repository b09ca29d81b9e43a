import Store

extension Schema {
  /// 多機関協働: the main line of a case, and the grounds it gives.
  static let coordination006 = Migration(
    6, "coordination",
    """
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
    CREATE INDEX coordination_of_case ON coordination (case_file_id, id);
    CREATE INDEX coordination_board ON coordination (agency_id, is_active, next_on, id);
    CREATE INDEX coordination_by_stage ON coordination (stage, stage_since);
    CREATE INDEX coordination_of_referral ON coordination (referral_id);
    -- One thread at a time; a new one begins only after the old one is over.
    CREATE UNIQUE INDEX one_coordination_at_a_time ON coordination (case_file_id)
      WHERE stage NOT IN ('returned', 'withdrawn', 'handedBack', 'closedPreConsent', 'ended');

    -- The facts; coordination.stage equals the stage of the last one.
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
      BEGIN SELECT RAISE(ABORT, 'a coordination event is never deleted'); END;

    -- Why an agency may see a case, again: two more reasons, and the moment from which other agencies' notes may be read (R-15).
    CREATE TABLE case_ground_new (
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
    INSERT INTO case_ground_new (id, case_file_id, agency_id, ground, reach, referral_id, since, until, touched_at)
      SELECT id, case_file_id, agency_id, ground, reach, referral_id, since, until, touched_at FROM case_ground;
    DROP TRIGGER note_reader_of_new_note;
    DROP TRIGGER note_reader_of_visibility;
    DROP TABLE case_ground;
    ALTER TABLE case_ground_new RENAME TO case_ground;
    CREATE INDEX case_ground_list ON case_ground (agency_id, is_open, is_first, touched_at DESC, case_file_id);
    CREATE INDEX case_ground_of_case ON case_ground (case_file_id, agency_id, is_open, reach);
    UPDATE case_ground SET is_first = 1 WHERE id IN (SELECT min(id) FROM case_ground WHERE is_open = 1 GROUP BY case_file_id, agency_id);
    CREATE TRIGGER first_ground_of_new AFTER INSERT ON case_ground BEGIN
      UPDATE case_ground SET is_first = id IS (SELECT min(f.id) FROM case_ground f
        WHERE f.case_file_id = NEW.case_file_id AND f.agency_id = NEW.agency_id AND f.is_open = 1)
      WHERE case_file_id = NEW.case_file_id AND agency_id = NEW.agency_id;
    END;
    CREATE TRIGGER first_ground_of_ended AFTER UPDATE OF until ON case_ground BEGIN
      UPDATE case_ground SET is_first = id IS (SELECT min(f.id) FROM case_ground f
        WHERE f.case_file_id = NEW.case_file_id AND f.agency_id = NEW.agency_id AND f.is_open = 1)
      WHERE case_file_id = NEW.case_file_id AND agency_id = NEW.agency_id;
    END;
    CREATE TRIGGER first_ground_of_removed AFTER DELETE ON case_ground BEGIN
      UPDATE case_ground SET is_first = id IS (SELECT min(f.id) FROM case_ground f
        WHERE f.case_file_id = OLD.case_file_id AND f.agency_id = OLD.agency_id AND f.is_open = 1)
      WHERE case_file_id = OLD.case_file_id AND agency_id = OLD.agency_id;
    END;
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
    CREATE TRIGGER note_reader_of_new_ground AFTER INSERT ON case_ground WHEN NEW.until IS NULL BEGIN
      INSERT OR IGNORE INTO note_reader SELECT NEW.agency_id, n.id FROM note n
      WHERE n.case_file_id = NEW.case_file_id
        AND (n.agency_id = NEW.agency_id OR (n.visibility = 'team' AND NEW.reach = 'team' AND n.recorded_at >= NEW.notes_since));
    END;
    CREATE TRIGGER note_reader_of_changed_ground AFTER UPDATE OF until, reach, notes_since ON case_ground BEGIN
      DELETE FROM note_reader WHERE agency_id = NEW.agency_id AND note_id IN (SELECT n.id FROM note n WHERE n.case_file_id = NEW.case_file_id
        AND NOT EXISTS (SELECT 1 FROM case_ground g WHERE g.case_file_id = NEW.case_file_id AND g.agency_id = NEW.agency_id AND g.is_open = 1
          AND (n.agency_id = g.agency_id OR (n.visibility = 'team' AND g.reach = 'team' AND n.recorded_at >= g.notes_since))));
      INSERT OR IGNORE INTO note_reader SELECT g.agency_id, n.id FROM case_ground g JOIN note n ON n.case_file_id = g.case_file_id
      WHERE g.case_file_id = NEW.case_file_id AND g.agency_id = NEW.agency_id AND g.is_open = 1
        AND (n.agency_id = g.agency_id OR (n.visibility = 'team' AND g.reach = 'team' AND n.recorded_at >= g.notes_since));
    END;
    """)
}
