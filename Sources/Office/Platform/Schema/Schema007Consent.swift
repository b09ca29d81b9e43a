import Store

extension Schema {
  /// 本人同意, アセスメント and 情報提供の依頼.
  static let consent007 = Migration(
    7, "consent",
    """
    -- What one person agreed to. Never changed: a withdrawal or a new agreement is another fact.
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
    CREATE INDEX consent_of_case ON consent (case_file_id, id);
    CREATE TABLE consent_agency (
      consent_id INTEGER NOT NULL REFERENCES consent (id),
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      is_excluded INTEGER NOT NULL CHECK (is_excluded IN (0, 1)),
      PRIMARY KEY (consent_id, agency_id)
    ) STRICT, WITHOUT ROWID;
    -- Asked, refused, withdrawn, earlier records released: the state of a person's consent is derived from these and from `consent`.
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
    CREATE TRIGGER consent_is_never_changed BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT, 'a consent is never changed'); END;
    CREATE TRIGGER consent_is_never_deleted BEFORE DELETE ON consent BEGIN SELECT RAISE(ABORT, 'a consent is never deleted'); END;
    CREATE TRIGGER consent_event_is_never_changed BEFORE UPDATE ON consent_event
      BEGIN SELECT RAISE(ABORT, 'a consent event is never changed'); END;
    CREATE TRIGGER consent_event_is_never_deleted BEFORE DELETE ON consent_event
      BEGIN SELECT RAISE(ABORT, 'a consent event is never deleted'); END;

    -- 様式1-2, one for each round.
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
    -- What a sheet said before it was saved again. History is never rewritten.
    CREATE TABLE assessment_history (
      assessment_id INTEGER NOT NULL REFERENCES assessment (id),
      version INTEGER NOT NULL,
      answers TEXT NOT NULL,
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      at INTEGER NOT NULL,
      PRIMARY KEY (assessment_id, version)
    ) STRICT, WITHOUT ROWID;

    -- 情報提供の依頼: what is asked, of whom, by when; answered on one plain page.
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
    """)
}
