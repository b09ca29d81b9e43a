import Store

extension Schema {
  /// 会議の準備, 会議資料一式, 会議録 and ふり返り.
  static let preparation017 = Migration(
    17, "preparation",
    """
    -- 会議の準備: what one agency is asked about one item, and what it answered. Nothing yet while is_involved is NULL.
    CREATE TABLE preparation (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES meeting_item (id),
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      due_on TEXT NOT NULL,
      -- What the convener adds to the four questions.
      words TEXT NOT NULL DEFAULT '',
      asked_by INTEGER NOT NULL REFERENCES staff (id),
      asked_at INTEGER NOT NULL,
      -- 0: 「関わっていません」
      is_involved INTEGER CHECK (is_involved IN (0, 1)),
      household TEXT NOT NULL DEFAULT '',
      doing TEXT NOT NULL DEFAULT '',
      wanted TEXT NOT NULL DEFAULT '',
      asks TEXT NOT NULL DEFAULT '',
      -- By telephone or on paper: written down by who convenes.
      way TEXT NOT NULL DEFAULT '' CHECK (way IN ('', 'screen', 'phone', 'fax')),
      told_by TEXT NOT NULL DEFAULT '',
      answered_by INTEGER REFERENCES staff (id),
      answered_at INTEGER,
      version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (item_id, agency_id),
      CHECK ((is_involved IS NULL) = (answered_at IS NULL))
    ) STRICT;
    CREATE INDEX preparation_of_agency ON preparation (agency_id, due_on);
    -- Who was reminded, when; no mail is sent.
    CREATE TABLE preparation_reminder (
      id INTEGER PRIMARY KEY,
      preparation_id INTEGER NOT NULL REFERENCES preparation (id),
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX preparation_reminder_of ON preparation_reminder (preparation_id, id);
    -- The same four questions answered by a member from outside, through the own link; the last one counts, the earlier ones stay.
    CREATE TABLE guest_preparation (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES meeting_item (id),
      member_id INTEGER NOT NULL REFERENCES meeting_member (id),
      pass_id INTEGER NOT NULL REFERENCES guest_pass (id),
      is_involved INTEGER NOT NULL CHECK (is_involved IN (0, 1)),
      household TEXT NOT NULL DEFAULT '',
      doing TEXT NOT NULL DEFAULT '',
      wanted TEXT NOT NULL DEFAULT '',
      asks TEXT NOT NULL DEFAULT '',
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX guest_preparation_of_item ON guest_preparation (item_id, member_id, id);
    CREATE INDEX guest_preparation_of_member ON guest_preparation (member_id);
    CREATE TRIGGER guest_preparation_is_never_changed BEFORE UPDATE ON guest_preparation
      BEGIN SELECT RAISE(ABORT, 'an answer is never changed'); END;
    CREATE TRIGGER guest_preparation_is_never_deleted BEFORE DELETE ON guest_preparation
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN meeting_item o ON o.case_file_id = h.case_file_id WHERE o.id = old.item_id)
      BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;
    -- 会議資料一式 and 年度の計画書一式: papers that take long to make. The row is its place in the queue; it outlives a restart.
    CREATE TABLE pack (
      id INTEGER PRIMARY KEY,
      -- Either of a meeting, or of the fiscal year that begins in April of this year.
      meeting_id INTEGER REFERENCES meeting (id),
      fiscal_year INTEGER,
      -- For whom a copy is; nothing for the convener's own, with everything in it.
      member_id INTEGER REFERENCES meeting_member (id),
      -- 「部数番号」
      copy INTEGER NOT NULL DEFAULT 0,
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled', 'gone')),
      done INTEGER NOT NULL DEFAULT 0,
      total INTEGER NOT NULL DEFAULT 0,
      queued_at INTEGER NOT NULL,
      started_at INTEGER,
      ended_at INTEGER,
      size INTEGER NOT NULL DEFAULT 0,
      sha256 TEXT NOT NULL DEFAULT '',
      -- A mark of the words that were kept back from who made it (支援措置); empty for none.
      veil TEXT NOT NULL DEFAULT '',
      CHECK (state <> 'done' OR sha256 <> ''),
      CHECK ((meeting_id IS NULL) <> (fiscal_year IS NULL)),
      CHECK (member_id IS NULL OR meeting_id IS NOT NULL)
    ) STRICT;
    CREATE INDEX pack_of_meeting ON pack (meeting_id, id DESC);
    CREATE INDEX pack_in_hand ON pack (id) WHERE state IN ('queued', 'running');
    CREATE INDEX pack_kept ON pack (ended_at) WHERE sha256 <> '';
    CREATE INDEX pack_of_member ON pack (member_id) WHERE member_id IS NOT NULL;
    CREATE INDEX pack_of_year ON pack (staff_id, id DESC) WHERE fiscal_year IS NOT NULL;
    -- The items that are in it: whoever takes it must be able to see each of them.
    CREATE TABLE pack_item (
      pack_id INTEGER NOT NULL REFERENCES pack (id),
      item_id INTEGER NOT NULL REFERENCES meeting_item (id),
      PRIMARY KEY (pack_id, item_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX pack_item_of ON pack_item (item_id);
    -- The plans that are in one of a year, in the same way.
    CREATE TABLE pack_plan (
      pack_id INTEGER NOT NULL REFERENCES pack (id),
      plan_id INTEGER NOT NULL REFERENCES plan (id),
      PRIMARY KEY (pack_id, plan_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX pack_plan_of ON pack_plan (plan_id);
    -- 会議録: drafted from the recorded results, an item a row, so that what is said of a case goes with the case.
    CREATE TABLE meeting_minutes (
      meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id),
      saved_by INTEGER NOT NULL REFERENCES staff (id),
      saved_at INTEGER NOT NULL,
      confirmed_by INTEGER REFERENCES staff (id),
      confirmed_at INTEGER,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE TRIGGER confirmed_minutes_stay BEFORE UPDATE ON meeting_minutes
      WHEN old.confirmed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'confirmed minutes are never changed'); END;
    CREATE TABLE meeting_minutes_part (
      item_id INTEGER PRIMARY KEY REFERENCES meeting_item (id),
      words TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER confirmed_minutes_part_stays BEFORE UPDATE ON meeting_minutes_part
      WHEN EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_minutes k ON k.meeting_id = i.meeting_id
        WHERE i.id = old.item_id AND k.confirmed_at IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'confirmed minutes are never changed'); END;
    CREATE TRIGGER confirmed_minutes_part_is_not_added BEFORE INSERT ON meeting_minutes_part
      WHEN EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_minutes k ON k.meeting_id = i.meeting_id
        WHERE i.id = new.item_id AND k.confirmed_at IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'confirmed minutes are never changed'); END;
    CREATE TRIGGER confirmed_minutes_part_is_never_deleted BEFORE DELETE ON meeting_minutes_part
      WHEN EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_minutes k ON k.meeting_id = i.meeting_id
          WHERE i.id = old.item_id AND k.confirmed_at IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN meeting_item o ON o.case_file_id = h.case_file_id WHERE o.id = old.item_id)
      BEGIN SELECT RAISE(ABORT, 'confirmed minutes are never deleted'); END;
    -- ふり返り: who has answered, and what was answered, with nothing that joins the two. The number of an answer is drawn by lot.
    -- Closes on the day that was fixed with the first answer, or earlier where every agency called has answered. Never opened again: an
    -- answer after the summary was shown could be told from it.
    CREATE TABLE questionnaire (
      meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id),
      closes_on TEXT NOT NULL,
      closed_at INTEGER
    ) STRICT;
    CREATE TRIGGER closed_questionnaire_stays BEFORE UPDATE ON questionnaire
      WHEN old.closed_at IS NOT NULL OR old.closes_on <> new.closes_on
      BEGIN SELECT RAISE(ABORT, 'a questionnaire is not opened again'); END;
    CREATE TABLE questionnaire_sent (
      meeting_id INTEGER NOT NULL REFERENCES meeting (id),
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      PRIMARY KEY (meeting_id, staff_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE questionnaire_answer (
      id INTEGER PRIMARY KEY,
      meeting_id INTEGER NOT NULL REFERENCES meeting (id),
      heard INTEGER NOT NULL CHECK (heard BETWEEN 1 AND 5),
      understood INTEGER NOT NULL CHECK (understood BETWEEN 1 AND 5),
      roles INTEGER NOT NULL CHECK (roles BETWEEN 1 AND 5),
      person INTEGER NOT NULL CHECK (person BETWEEN 1 AND 5),
      time INTEGER NOT NULL CHECK (time BETWEEN 1 AND 5),
      words TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX questionnaire_answer_of ON questionnaire_answer (meeting_id);
    """)
}
