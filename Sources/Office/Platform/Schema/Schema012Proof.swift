import Store

extension Schema {
  /// The audit log's screens, archive, patterns and answers, and the register of incidents (漏えい等).
  static let proof012 = Migration(12, "proof", proofOfLog + proofOfReading + proofOfIncidents)

  /// The log stays append-only, but for what stands in an archive file that a checkpoint vouches for.
  private static let proofOfLog = """
    CREATE INDEX audit_by_time ON audit_entry (at, outcome);
    CREATE INDEX audit_not_done ON audit_entry (outcome, id) WHERE outcome <> 'done';
    CREATE INDEX audit_denied ON audit_entry (subject, id) WHERE outcome = 'denied';
    -- Of a common act fifty are soon found from the end of the log; a rare one would have to be looked for in all of it.
    CREATE INDEX audit_rare_act ON audit_entry (act, id)
      WHERE act NOT IN ('seeHome', 'seeCases', 'seeCase', 'saveDraft', 'signIn', 'search', 'writeNote');

    -- Where the log begins after its older part was moved to a file: the last number and hash of that part, and the file's own hash.
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
    -- A year is the least for which a log is kept (reference 8.2), whatever the setting says.
    CREATE TRIGGER audit_checkpoint_stands_on_the_log BEFORE INSERT ON audit_checkpoint
      WHEN NOT EXISTS (SELECT 1 FROM audit_entry WHERE id = NEW.number AND hash = NEW.hash AND at <= NEW.at - 31536000)
      BEGIN SELECT RAISE(ABORT, 'only entries that are in the log and a year old can be archived'); END;

    DROP TRIGGER audit_is_never_deleted;
    CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit_entry
      WHEN OLD.id > coalesce((SELECT max(number) FROM audit_checkpoint), 0)
      BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    CREATE TRIGGER audit_is_never_put_back BEFORE INSERT ON audit_entry
      WHEN NEW.id <= coalesce((SELECT max(number) FROM audit_checkpoint), 0)
      BEGIN SELECT RAISE(ABORT, 'what was archived is not written again'); END;
    """

  /// What is offered for review, and what a resident was told.
  private static let proofOfReading = """

    -- How far the log has been gone through.
    CREATE TABLE access_pattern_cursor (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL
    ) STRICT;
    INSERT INTO access_pattern_cursor (id, number) VALUES (1, 0);

    -- Something unusual, offered to an auditor. No verdict: the finding repeats the last review. Case numbers outlive their cases.
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
    CREATE UNIQUE INDEX one_access_pattern ON access_pattern (staff_id, kind, period, coalesce(case_file_id, 0));
    CREATE INDEX access_pattern_list ON access_pattern (finding, id);
    CREATE TABLE access_pattern_review (
      id INTEGER PRIMARY KEY,
      pattern_id INTEGER NOT NULL REFERENCES access_pattern (id),
      finding TEXT NOT NULL CHECK (finding IN ('fine', 'unclear', 'improper')),
      words TEXT NOT NULL CHECK (finding = 'fine' OR words <> ''),
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX access_pattern_review_of ON access_pattern_review (pattern_id, id);
    CREATE TRIGGER access_pattern_review_is_never_changed BEFORE UPDATE ON access_pattern_review
      BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END;
    CREATE TRIGGER access_pattern_review_is_never_deleted BEFORE DELETE ON access_pattern_review
      BEGIN SELECT RAISE(ABORT, 'a review is never deleted'); END;
    CREATE TRIGGER access_pattern_is_never_deleted BEFORE DELETE ON access_pattern
      BEGIN SELECT RAISE(ABORT, 'a pattern is never deleted'); END;
    -- Nobody reviews his or her own reading.
    CREATE TRIGGER access_pattern_review_is_by_another BEFORE INSERT ON access_pattern_review
      WHEN NEW.staff_id = (SELECT staff_id FROM access_pattern WHERE id = NEW.pattern_id)
      BEGIN SELECT RAISE(ABORT, 'nobody reviews the own reading'); END;

    -- だれがわたしの記録を見たか: an answer as it was given.
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
    """

  /// 漏えい等 (reference 8.1).
  private static let proofOfIncidents = """

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
    -- What it said at each version, the first one included.
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
    -- Reports, notices, closing. is_waived: it is not done, and the words say why.
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
    """
}
