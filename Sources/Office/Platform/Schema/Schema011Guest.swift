import Store

extension Schema {
  /// 会議資料 of a meeting, kept apart from the case, and members from outside who come by a one-time link.
  static let guest011 = Migration(
    11, "guest",
    """
    -- What is tabled for one item. Nothing of the case reads this table: it is reached through the item of the meeting only (R-51).
    CREATE TABLE meeting_paper (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES meeting_item (id),
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      kind TEXT NOT NULL CHECK (kind IN ('text', 'file', 'note')),
      title TEXT NOT NULL CHECK (title <> ''),
      words TEXT NOT NULL DEFAULT '',
      -- A file lies in the file cabinet under its SHA-256.
      file_name TEXT NOT NULL DEFAULT '',
      file_kind TEXT NOT NULL DEFAULT '',
      size INTEGER NOT NULL DEFAULT 0,
      sha256 TEXT NOT NULL DEFAULT '',
      note_id INTEGER REFERENCES note (id),
      -- 回収要否, 配布部数
      collects INTEGER NOT NULL DEFAULT 1 CHECK (collects IN (0, 1)),
      copies INTEGER NOT NULL DEFAULT 0 CHECK (copies BETWEEN 0 AND 999),
      tabled_at INTEGER NOT NULL,
      withdrawn_at INTEGER,
      withdrawn_by INTEGER REFERENCES staff (id),
      CHECK (kind <> 'text' OR words <> ''),
      CHECK ((kind = 'file') = (sha256 <> '')),
      CHECK ((kind = 'note') = (note_id IS NOT NULL))
    ) STRICT;
    CREATE INDEX meeting_paper_of ON meeting_paper (item_id, id);
    CREATE INDEX meeting_paper_of_file ON meeting_paper (sha256) WHERE sha256 <> '';
    CREATE TRIGGER meeting_paper_is_never_changed BEFORE UPDATE OF id, item_id, agency_id, staff_id, kind, title, words, file_name, file_kind,
      size, sha256, note_id, collects, copies, tabled_at ON meeting_paper
      BEGIN SELECT RAISE(ABORT, 'a tabled paper is never changed'); END;

    -- What was moved into the case, on which ground, by whom and why. Without a paper it is what the meeting said about the item.
    CREATE TABLE meeting_release (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES meeting_item (id),
      paper_id INTEGER REFERENCES meeting_paper (id),
      ground TEXT NOT NULL CHECK (ground IN ('consent', 'statement', 'law')),
      consent_id INTEGER REFERENCES consent (id),
      said_on TEXT,
      words TEXT NOT NULL DEFAULT '',
      reason TEXT NOT NULL CHECK (reason <> ''),
      note_id INTEGER NOT NULL REFERENCES note (id),
      attachment_id INTEGER REFERENCES attachment (id),
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      at INTEGER NOT NULL,
      CHECK ((ground = 'consent') = (consent_id IS NOT NULL)),
      CHECK ((ground = 'statement') = (said_on IS NOT NULL)),
      CHECK (ground = 'consent' OR words <> '')
    ) STRICT;
    CREATE INDEX meeting_release_of ON meeting_release (item_id, id);
    CREATE INDEX meeting_release_of_note ON meeting_release (note_id);
    CREATE TRIGGER meeting_release_is_never_changed BEFORE UPDATE ON meeting_release
      BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;
    CREATE TRIGGER meeting_release_is_never_deleted BEFORE DELETE ON meeting_release
      BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END;

    -- A link and a code for one member of one meeting; only hashes are kept.
    CREATE TABLE guest_pass (
      id INTEGER PRIMARY KEY,
      meeting_id INTEGER NOT NULL REFERENCES meeting (id),
      member_id INTEGER NOT NULL REFERENCES meeting_member (id),
      token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
      code_hash TEXT NOT NULL CHECK (code_hash <> ''),
      -- What the convener asks of this member.
      question TEXT NOT NULL DEFAULT '',
      until_on TEXT NOT NULL,
      -- Wrong codes since the last right one.
      failures INTEGER NOT NULL DEFAULT 0,
      made_by INTEGER NOT NULL REFERENCES staff (id),
      made_at INTEGER NOT NULL,
      opened_at INTEGER,
      revoked_at INTEGER,
      revoked_by INTEGER REFERENCES staff (id)
    ) STRICT;
    CREATE INDEX guest_pass_of_meeting ON guest_pass (meeting_id, id);
    CREATE UNIQUE INDEX one_guest_pass ON guest_pass (member_id) WHERE revoked_at IS NULL;
    CREATE TABLE guest_session (
      token_hash BLOB PRIMARY KEY,
      pass_id INTEGER NOT NULL REFERENCES guest_pass (id),
      started_at INTEGER NOT NULL,
      seen_at INTEGER NOT NULL,
      ended_at INTEGER,
      remote TEXT NOT NULL,
      browser TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX guest_session_of ON guest_session (pass_id) WHERE ended_at IS NULL;
    CREATE TABLE guest_submission (
      token TEXT NOT NULL,
      pass_id INTEGER NOT NULL REFERENCES guest_pass (id),
      path TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (pass_id, token)
    ) STRICT, WITHOUT ROWID;
    -- The duty of secrecy, confirmed at the screen in these words before anything was shown (R-50).
    CREATE TABLE guest_pledge (
      pass_id INTEGER PRIMARY KEY REFERENCES guest_pass (id),
      words TEXT NOT NULL CHECK (words <> ''),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER guest_pledge_is_never_changed BEFORE UPDATE ON guest_pledge BEGIN SELECT RAISE(ABORT, 'a pledge is never changed'); END;
    CREATE TRIGGER guest_pledge_is_never_deleted BEFORE DELETE ON guest_pledge BEGIN SELECT RAISE(ABORT, 'a pledge is never deleted'); END;
    -- What a member from outside answered about an item; the last one counts, the earlier ones stay.
    CREATE TABLE guest_answer (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES meeting_item (id),
      member_id INTEGER NOT NULL REFERENCES meeting_member (id),
      way TEXT NOT NULL CHECK (way IN ('link', 'phone', 'fax', 'paper')),
      -- Said at the screen through this pass, or written down by this member of staff.
      pass_id INTEGER REFERENCES guest_pass (id),
      staff_id INTEGER REFERENCES staff (id),
      answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'agrees', 'comments')),
      words TEXT NOT NULL DEFAULT '',
      at INTEGER NOT NULL,
      CHECK ((way = 'link') = (pass_id IS NOT NULL)),
      CHECK ((way = 'link') = (staff_id IS NULL)),
      CHECK (answer = 'agrees' OR words <> '')
    ) STRICT;
    CREATE INDEX guest_answer_of_item ON guest_answer (item_id, member_id, id);
    CREATE INDEX guest_answer_of_member ON guest_answer (member_id, id);
    CREATE TRIGGER guest_answer_is_never_changed BEFORE UPDATE ON guest_answer BEGIN SELECT RAISE(ABORT, 'an answer is never changed'); END;
    CREATE TRIGGER guest_answer_is_never_deleted BEFORE DELETE ON guest_answer BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;
    """)
}
