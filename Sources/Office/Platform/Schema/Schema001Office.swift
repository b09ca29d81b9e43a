import Store

extension Schema {
  /// The office: agencies, staff, sessions, drafts.
  static let office001 = Migration(
    1, "office",
    """
    CREATE TABLE office (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL,
      municipality_code TEXT NOT NULL,
      profile TEXT NOT NULL,
      opened_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE agency (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      name_kana TEXT NOT NULL DEFAULT '',
      name_folded TEXT NOT NULL DEFAULT '',
      kind TEXT NOT NULL DEFAULT '',
      postal_code TEXT NOT NULL DEFAULT '',
      address TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      fax TEXT NOT NULL DEFAULT '',
      hours TEXT NOT NULL DEFAULT '',
      about TEXT NOT NULL DEFAULT '',
      how_to_ask TEXT NOT NULL DEFAULT '',
      corporation_number TEXT NOT NULL DEFAULT '',
      is_programme_section INTEGER NOT NULL DEFAULT 0 CHECK (is_programme_section IN (0, 1)),
      takes_referrals INTEGER NOT NULL DEFAULT 0 CHECK (takes_referrals IN (0, 1)),
      source TEXT NOT NULL DEFAULT '',
      source_key TEXT,
      source_note TEXT NOT NULL DEFAULT '',
      possibly_ended INTEGER NOT NULL DEFAULT 0 CHECK (possibly_ended IN (0, 1)),
      confirmed_on TEXT,
      ended_on TEXT,
      version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (source, source_key)
    ) STRICT;
    CREATE INDEX agency_by_name ON agency (name_kana, name);
    CREATE INDEX agency_taking_referrals ON agency (takes_referrals, name_kana) WHERE takes_referrals = 1;

    CREATE TABLE agency_field (
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      field TEXT NOT NULL,
      PRIMARY KEY (agency_id, field)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE agency_area (
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      area TEXT NOT NULL,
      PRIMARY KEY (agency_id, area)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE agency_programme (
      id INTEGER PRIMARY KEY,
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      programme TEXT NOT NULL CHECK (programme IN ('consult', 'participation', 'community', 'outreach', 'multi')),
      delivery TEXT NOT NULL CHECK (delivery IN ('direct', 'entrusted')),
      from_on TEXT NOT NULL,
      until_on TEXT,
      reason TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX agency_programme_of ON agency_programme (agency_id, programme);

    CREATE TABLE staff (
      id INTEGER PRIMARY KEY,
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      sign_in_name TEXT NOT NULL UNIQUE CHECK (sign_in_name <> ''),
      name TEXT NOT NULL CHECK (name <> ''),
      name_kana TEXT NOT NULL DEFAULT '',
      job_title TEXT NOT NULL DEFAULT '',
      password_hash TEXT NOT NULL,
      must_change_password INTEGER NOT NULL DEFAULT 1 CHECK (must_change_password IN (0, 1)),
      failed_attempts INTEGER NOT NULL DEFAULT 0,
      locked_until INTEGER,
      active_from TEXT NOT NULL,
      active_until TEXT,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX staff_of_agency ON staff (agency_id, name_kana);

    CREATE TABLE staff_role (
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      role TEXT NOT NULL,
      from_on TEXT NOT NULL,
      until_on TEXT,
      PRIMARY KEY (staff_id, role, from_on)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE session (
      token_hash BLOB PRIMARY KEY,
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      started_at INTEGER NOT NULL,
      seen_at INTEGER NOT NULL,
      ended_at INTEGER,
      remote TEXT NOT NULL,
      browser TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX session_of_staff ON session (staff_id, ended_at);

    CREATE TABLE draft (
      id INTEGER PRIMARY KEY,
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      form TEXT NOT NULL,
      subject TEXT NOT NULL,
      title TEXT NOT NULL,
      fields TEXT NOT NULL,
      version INTEGER NOT NULL DEFAULT 1,
      saved_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX draft_of_staff ON draft (staff_id, saved_at DESC);

    CREATE TABLE submission (
      token TEXT PRIMARY KEY,
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      path TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """)
}
