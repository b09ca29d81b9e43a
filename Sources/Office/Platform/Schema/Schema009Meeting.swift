import Store

extension Schema {
  /// 支援会議 (法106条の6) and 重層的支援会議: different things with their own members and papers.
  static let meeting009 = Migration(
    9, "meeting",
    """
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
    -- 支援会議: the duty of secrecy was confirmed in these words before anything was shown (R-50): by a member of staff at the screen, or on
    -- paper by somebody without an account (member_id), written down by staff.
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
    -- What was said is never changed; a wrong result is answered by a further item.
    CREATE TRIGGER meeting_result_is_never_changed BEFORE UPDATE ON meeting_item
      WHEN old.result <> '' BEGIN SELECT RAISE(ABORT, 'the result of a meeting is never changed'); END;
    CREATE TRIGGER meeting_result_is_never_deleted BEFORE DELETE ON meeting_item
      WHEN old.result <> '' BEGIN SELECT RAISE(ABORT, 'the result of a meeting is never deleted'); END;
    -- Who sees which item: the members called for it.
    CREATE TABLE meeting_item_member (
      item_id INTEGER NOT NULL REFERENCES meeting_item (id),
      member_id INTEGER NOT NULL REFERENCES meeting_member (id),
      PRIMARY KEY (item_id, member_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX meeting_item_member_of ON meeting_item_member (member_id, item_id);
    -- 持回り: what a member answered about an item, by itself or written down for it.
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
    CREATE TRIGGER meeting_role_is_never_deleted BEFORE DELETE ON meeting_role
      BEGIN SELECT RAISE(ABORT, 'what a meeting decided is never deleted'); END;
    CREATE TABLE resource_gap (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES meeting_item (id),
      words TEXT NOT NULL CHECK (words <> ''),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX resource_gap_of ON resource_gap (item_id);
    """)
}
