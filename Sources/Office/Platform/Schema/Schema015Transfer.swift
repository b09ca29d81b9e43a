import Store

extension Schema {
  /// 人事異動 and 引継ぎ.
  static let transfer015 = Migration(
    15, "transfer",
    """
    CREATE INDEX case_file_of_charge ON case_file (in_charge) WHERE in_charge IS NOT NULL;

    -- 異動: one day on which people leave, move and arrive.
    CREATE TABLE transfer (
      id INTEGER PRIMARY KEY,
      -- The first day of the new rights.
      effective_on TEXT NOT NULL,
      planned_by INTEGER NOT NULL REFERENCES staff (id),
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      planned_at INTEGER NOT NULL,
      applied_at INTEGER,
      -- Nobody where the server did it by itself.
      applied_by INTEGER REFERENCES staff (id),
      cancelled_at INTEGER,
      cancelled_by INTEGER REFERENCES staff (id),
      version INTEGER NOT NULL DEFAULT 1,
      CHECK (applied_at IS NULL OR cancelled_at IS NULL)
    ) STRICT;
    CREATE INDEX transfer_open ON transfer (effective_on) WHERE applied_at IS NULL AND cancelled_at IS NULL;
    CREATE TRIGGER transfer_is_done_once BEFORE UPDATE ON transfer WHEN old.applied_at IS NOT NULL OR old.cancelled_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a transfer is carried out or cancelled once'); END;
    CREATE TRIGGER transfer_is_never_deleted BEFORE DELETE ON transfer BEGIN SELECT RAISE(ABORT, 'a transfer is never deleted'); END;

    -- 異動する人.
    CREATE TABLE mover (
      id INTEGER PRIMARY KEY,
      transfer_id INTEGER NOT NULL REFERENCES transfer (id),
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      kind TEXT NOT NULL CHECK (kind IN ('leaves', 'moves', 'arrives')),
      from_agency INTEGER REFERENCES agency (id),
      to_agency INTEGER REFERENCES agency (id),
      -- The template by its name on that day, and its roles, apart by spaces.
      template TEXT NOT NULL DEFAULT '',
      roles TEXT NOT NULL DEFAULT '',
      -- Who takes over whatever is not chosen case by case.
      successor INTEGER REFERENCES staff (id),
      -- An administrator answers for the new rights.
      confirmed_by INTEGER REFERENCES staff (id),
      confirmed_at INTEGER,
      version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (transfer_id, staff_id),
      CHECK ((kind = 'arrives') = (from_agency IS NULL)),
      CHECK ((kind = 'leaves') = (to_agency IS NULL)),
      CHECK (kind = 'leaves' OR roles <> '')
    ) STRICT;
    CREATE INDEX mover_of_staff ON mover (staff_id);
    CREATE INDEX mover_from ON mover (from_agency);
    CREATE INDEX mover_to ON mover (to_agency);
    CREATE TABLE mover_choice (
      mover_id INTEGER NOT NULL REFERENCES mover (id),
      matter TEXT NOT NULL CHECK (matter IN ('charge', 'task', 'coordination')),
      target_id INTEGER NOT NULL,
      successor INTEGER NOT NULL REFERENCES staff (id),
      PRIMARY KEY (mover_id, matter, target_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER mover_stays_as_carried_out BEFORE UPDATE ON mover
      WHEN EXISTS (SELECT 1 FROM transfer t WHERE t.id = old.transfer_id AND (t.applied_at IS NOT NULL OR t.cancelled_at IS NOT NULL))
      BEGIN SELECT RAISE(ABORT, 'a transfer stays as it was carried out'); END;
    CREATE TRIGGER mover_is_kept BEFORE DELETE ON mover
      WHEN EXISTS (SELECT 1 FROM transfer t WHERE t.id = old.transfer_id AND (t.applied_at IS NOT NULL OR t.cancelled_at IS NOT NULL))
      BEGIN SELECT RAISE(ABORT, 'a transfer stays as it was carried out'); END;
    CREATE TRIGGER mover_comes_before BEFORE INSERT ON mover
      WHEN EXISTS (SELECT 1 FROM transfer t WHERE t.id = new.transfer_id AND (t.applied_at IS NOT NULL OR t.cancelled_at IS NOT NULL))
      BEGIN SELECT RAISE(ABORT, 'a transfer stays as it was carried out'); END;

    -- What happened on the day, and what was left over.
    CREATE TABLE transfer_outcome (
      id INTEGER PRIMARY KEY,
      mover_id INTEGER NOT NULL REFERENCES mover (id),
      matter TEXT NOT NULL CHECK (matter IN ('rights', 'charge', 'task', 'coordination', 'draft')),
      -- The case it is about; nothing for rights and drafts.
      case_file_id INTEGER REFERENCES case_file (id),
      target_id INTEGER NOT NULL,
      successor INTEGER REFERENCES staff (id),
      hindrance TEXT NOT NULL DEFAULT '' CHECK (hindrance IN ('', 'alreadyElsewhere', 'lastAdministrator', 'unconfirmed', 'noSuccessor')),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX transfer_outcome_of ON transfer_outcome (mover_id, id);
    CREATE TRIGGER transfer_outcome_is_never_changed BEFORE UPDATE ON transfer_outcome
      BEGIN SELECT RAISE(ABORT, 'what happened is never changed'); END;
    CREATE TRIGGER transfer_outcome_is_never_deleted BEFORE DELETE ON transfer_outcome
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
      BEGIN SELECT RAISE(ABORT, 'what happened is never deleted'); END;

    -- 引継ぎ書: one page a case, within one agency.
    CREATE TABLE handover (
      id INTEGER PRIMARY KEY,
      case_file_id INTEGER NOT NULL REFERENCES case_file (id),
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      writer INTEGER NOT NULL REFERENCES staff (id),
      -- Who is to take it over.
      taker INTEGER NOT NULL REFERENCES staff (id),
      transfer_id INTEGER REFERENCES transfer (id),
      situation TEXT NOT NULL DEFAULT '',
      works TEXT NOT NULL DEFAULT '',
      avoid TEXT NOT NULL DEFAULT '',
      promises TEXT NOT NULL DEFAULT '',
      next TEXT NOT NULL DEFAULT '',
      next_on TEXT,
      first_call TEXT NOT NULL DEFAULT '',
      written_at INTEGER NOT NULL,
      confirmed_at INTEGER,
      taken_at INTEGER,
      taken_by INTEGER REFERENCES staff (id),
      question TEXT NOT NULL DEFAULT '',
      reply TEXT NOT NULL DEFAULT '',
      replied_at INTEGER,
      replied_by INTEGER REFERENCES staff (id),
      version INTEGER NOT NULL DEFAULT 1,
      CHECK (writer <> taker),
      CHECK (taken_at IS NULL OR (confirmed_at IS NOT NULL AND taken_by IS NOT NULL AND taken_by <> writer)),
      CHECK (reply = '' OR question <> '')
    ) STRICT;
    CREATE INDEX handover_of_case ON handover (case_file_id, agency_id, id);
    CREATE INDEX handover_of_writer ON handover (writer, taken_at);
    CREATE INDEX handover_of_taker ON handover (taker) WHERE taken_at IS NULL;
    CREATE INDEX handover_open ON handover (agency_id) WHERE taken_at IS NULL OR (question <> '' AND reply = '');
    CREATE INDEX handover_waiting ON handover (agency_id, confirmed_at) WHERE taken_at IS NULL;
    CREATE TRIGGER confirmed_handover_is_never_changed BEFORE UPDATE OF case_file_id, agency_id, writer, transfer_id, situation, works, avoid,
      promises, next, next_on, first_call, written_at, confirmed_at ON handover WHEN old.confirmed_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed handover is never changed'); END;
    CREATE TRIGGER taken_handover_is_never_changed BEFORE UPDATE OF taker, taken_at, taken_by, question ON handover
      WHEN old.taken_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a handover is taken over once'); END;
    CREATE TRIGGER handover_reply_is_given_once BEFORE UPDATE OF reply, replied_at, replied_by ON handover
      WHEN old.reply <> '' BEGIN SELECT RAISE(ABORT, 'a reply is given once'); END;
    CREATE TRIGGER handover_is_never_deleted BEFORE DELETE ON handover
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
      BEGIN SELECT RAISE(ABORT, 'a handover is never deleted'); END;
    """)
}
