import Store

extension Schema {
  /// The names of people in the index, once for each agency that may find them (docs/decisions/0019).
  static let finding018 = Migration(
    18, "finding",
    """
    DROP TABLE resident_text;

    -- Whom an agency finds by name: 本人 of a case on any open ground, members of its household where the ground reaches the whole case.
    -- The plus keeps SQLite from walking all the cases of an agency to answer for one person.
    CREATE VIEW resident_in_reach (resident_id, agency_id, case_file_id) AS
      SELECT c.resident_id, +g.agency_id, c.id FROM case_file c JOIN case_ground g ON g.case_file_id = c.id AND g.is_open = 1
      WHERE c.resident_id IS NOT NULL
      UNION ALL
      SELECT m.resident_id, +g.agency_id, c.id FROM household_member m JOIN case_file c ON c.household_id = m.household_id
        JOIN case_ground g ON g.case_file_id = c.id AND g.is_open = 1 AND g.reach = 'team'
      WHERE m.until_on IS NULL;

    -- That view written down. Kept by the triggers below and by nothing else; a test compares the two after every kind of change.
    CREATE TABLE resident_reader (
      resident_id INTEGER NOT NULL,
      agency_id INTEGER NOT NULL,
      PRIMARY KEY (resident_id, agency_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER resident_reader_of_new_ground AFTER INSERT ON case_ground WHEN NEW.until IS NULL BEGIN
      INSERT OR IGNORE INTO resident_reader SELECT v.resident_id, v.agency_id FROM resident_in_reach v
      WHERE v.case_file_id = NEW.case_file_id AND v.agency_id = NEW.agency_id;
    END;
    CREATE TRIGGER resident_reader_of_changed_ground AFTER UPDATE OF until, reach, agency_id, case_file_id ON case_ground BEGIN
      \(past("agency_id = OLD.agency_id AND resident_id IN (\(people(of: "OLD.case_file_id")))"))
      INSERT OR IGNORE INTO resident_reader SELECT v.resident_id, v.agency_id FROM resident_in_reach v
      WHERE v.case_file_id = NEW.case_file_id AND v.agency_id = NEW.agency_id;
    END;
    CREATE TRIGGER resident_reader_of_past_ground AFTER DELETE ON case_ground BEGIN
      \(past("agency_id = OLD.agency_id AND resident_id IN (\(people(of: "OLD.case_file_id")))"))
    END;
    CREATE TRIGGER resident_reader_of_case AFTER UPDATE OF resident_id, household_id ON case_file BEGIN
      \(past("resident_id IN (SELECT OLD.resident_id UNION ALL SELECT m.resident_id FROM household_member m WHERE m.household_id = OLD.household_id)"))
      INSERT OR IGNORE INTO resident_reader SELECT v.resident_id, v.agency_id FROM resident_in_reach v WHERE v.case_file_id = NEW.id;
    END;
    CREATE TRIGGER resident_reader_of_new_member AFTER INSERT ON household_member WHEN NEW.until_on IS NULL BEGIN
      INSERT OR IGNORE INTO resident_reader SELECT v.resident_id, v.agency_id FROM resident_in_reach v WHERE v.resident_id = NEW.resident_id;
    END;
    CREATE TRIGGER resident_reader_of_changed_member AFTER UPDATE OF until_on, resident_id, household_id ON household_member BEGIN
      \(past("resident_id = OLD.resident_id"))
      INSERT OR IGNORE INTO resident_reader SELECT v.resident_id, v.agency_id FROM resident_in_reach v WHERE v.resident_id = NEW.resident_id;
    END;
    CREATE TRIGGER resident_reader_of_past_member AFTER DELETE ON household_member BEGIN
      \(past("resident_id = OLD.resident_id"))
    END;

    -- The row's number is the agency's, 32 bits up, and the person's.
    CREATE VIRTUAL TABLE resident_text USING fts5(words, content='', tokenize='bigram reader');
    CREATE TRIGGER resident_text_of_reader AFTER INSERT ON resident_reader BEGIN
      INSERT INTO resident_text (rowid, words) SELECT NEW.agency_id << 32 | r.id, NEW.agency_id || char(1) || \(words(of: "r"))
      FROM resident r WHERE r.id = NEW.resident_id;
    END;
    -- A contentless index forgets a text only when it is told it again.
    CREATE TRIGGER resident_text_of_past_reader AFTER DELETE ON resident_reader BEGIN
      INSERT INTO resident_text (resident_text, rowid, words)
        SELECT 'delete', OLD.agency_id << 32 | r.id, OLD.agency_id || char(1) || \(words(of: "r"))
      FROM resident r WHERE r.id = OLD.resident_id;
    END;
    CREATE TRIGGER resident_text_of_changed_name AFTER UPDATE OF name, name_kana, other_name ON resident BEGIN
      INSERT INTO resident_text (resident_text, rowid, words)
        SELECT 'delete', p.agency_id << 32 | OLD.id, p.agency_id || char(1) || \(words(of: "OLD"))
      FROM resident_reader p WHERE p.resident_id = OLD.id;
      INSERT INTO resident_text (rowid, words) SELECT p.agency_id << 32 | NEW.id, p.agency_id || char(1) || \(words(of: "NEW"))
      FROM resident_reader p WHERE p.resident_id = NEW.id;
    END;

    INSERT INTO resident_reader SELECT DISTINCT v.resident_id, v.agency_id FROM resident_in_reach v;
    """)

  /// Takes away those of these readers that the view does not have any more.
  private static func past(_ condition: String) -> String {
    """
    DELETE FROM resident_reader WHERE \(condition) AND NOT EXISTS (SELECT 1 FROM resident_in_reach v
          WHERE v.resident_id = resident_reader.resident_id AND v.agency_id = resident_reader.agency_id);
    """
  }

  /// 本人 and everybody who is or was in the household.
  private static func people(of caseFile: String) -> String {
    """
    SELECT c.resident_id FROM case_file c WHERE c.id = \(caseFile)
        UNION ALL SELECT m.resident_id FROM case_file c JOIN household_member m ON m.household_id = c.household_id WHERE c.id = \(caseFile)
    """
  }

  private static func words(of row: String) -> String {
    "folded_names(\(row).name || char(10) || \(row).name_kana || char(10) || \(row).other_name)"
  }
}
