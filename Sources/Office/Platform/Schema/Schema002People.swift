import Store

extension Schema {
  /// Residents, households, relations. Names are kept byte for byte; folded copies serve search only.
  static let people002 = Migration(
    2, "people",
    """
    CREATE TABLE resident (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL DEFAULT '',
      name_kana TEXT NOT NULL DEFAULT '',
      other_name TEXT NOT NULL DEFAULT '',
      name_key TEXT NOT NULL DEFAULT '',
      kana_key TEXT NOT NULL DEFAULT '',
      sex TEXT NOT NULL DEFAULT 'unknown',
      sex_note TEXT NOT NULL DEFAULT '',
      birth TEXT NOT NULL DEFAULT '',
      postal_code TEXT NOT NULL DEFAULT '',
      address TEXT NOT NULL DEFAULT '',
      address_key TEXT NOT NULL DEFAULT '',
      no_fixed_address INTEGER NOT NULL DEFAULT 0 CHECK (no_fixed_address IN (0, 1)),
      phone_home TEXT NOT NULL DEFAULT '',
      phone_mobile TEXT NOT NULL DEFAULT '',
      phone_note TEXT NOT NULL DEFAULT '',
      email TEXT NOT NULL DEFAULT '',
      source TEXT NOT NULL DEFAULT '',
      source_key TEXT,
      source_household TEXT,
      registered_by INTEGER REFERENCES agency (id),
      -- The record of the same person that the writer of this one may not see: identity is shared, content is not.
      same_as INTEGER REFERENCES resident (id),
      version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (source, source_key)
    ) STRICT;
    CREATE INDEX resident_by_name_key ON resident (name_key);
    CREATE INDEX resident_by_kana_key ON resident (kana_key);
    CREATE INDEX resident_by_birth ON resident (birth);

    CREATE VIRTUAL TABLE resident_text USING fts5(words, content='', tokenize='bigram', prefix='1');

    CREATE TABLE household (
      id INTEGER PRIMARY KEY,
      label TEXT NOT NULL DEFAULT '',
      source TEXT NOT NULL DEFAULT '',
      source_key TEXT,
      version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (source, source_key)
    ) STRICT;

    CREATE TABLE household_member (
      id INTEGER PRIMARY KEY,
      household_id INTEGER NOT NULL REFERENCES household (id),
      resident_id INTEGER NOT NULL REFERENCES resident (id),
      relation TEXT NOT NULL DEFAULT '',
      relation_note TEXT NOT NULL DEFAULT '',
      lives_together INTEGER NOT NULL DEFAULT 1 CHECK (lives_together IN (0, 1)),
      note TEXT NOT NULL DEFAULT '',
      from_on TEXT NOT NULL DEFAULT '',
      until_on TEXT,
      recorded_by INTEGER REFERENCES staff (id),
      recorded_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX household_member_of ON household_member (household_id, until_on);
    CREATE INDEX household_member_person ON household_member (resident_id, until_on);

    CREATE TABLE relationship (
      id INTEGER PRIMARY KEY,
      resident_id INTEGER NOT NULL REFERENCES resident (id),
      other_id INTEGER NOT NULL REFERENCES resident (id),
      relation TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      from_on TEXT NOT NULL DEFAULT '',
      until_on TEXT,
      recorded_by INTEGER REFERENCES staff (id),
      recorded_at INTEGER NOT NULL,
      CHECK (resident_id <> other_id)
    ) STRICT;
    CREATE INDEX relationship_of ON relationship (resident_id);
    CREATE INDEX relationship_with ON relationship (other_id);
    """)
}
