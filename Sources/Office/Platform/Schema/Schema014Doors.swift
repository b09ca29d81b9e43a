import Store

extension Schema {
  /// Second factors, recovery codes, how a session began and when somebody last proved who they are, and what a person is told of.
  static let doors014 = Migration(
    14, "doors",
    """
    -- When the person at this session last showed who they are, how they came in, and whether a code was part of it.
    ALTER TABLE session ADD COLUMN proven_at INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE session ADD COLUMN way TEXT NOT NULL DEFAULT 'password' CHECK (way IN ('password', 'provider'));
    ALTER TABLE session ADD COLUMN has_factor INTEGER NOT NULL DEFAULT 0 CHECK (has_factor IN (0, 1));
    CREATE INDEX session_living ON session (seen_at) WHERE ended_at IS NULL;

    CREATE TABLE second_factor (
      staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
      -- AES-GCM under the key in doors.key, bound to this person.
      secret BLOB NOT NULL CHECK (length(secret) > 28),
      -- The last step of thirty seconds whose code was used. A code is used once.
      used_step INTEGER NOT NULL,
      set_at INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER second_factor_code_is_used_once BEFORE UPDATE OF used_step ON second_factor
      WHEN NEW.used_step <= OLD.used_step AND NEW.secret = OLD.secret
      BEGIN SELECT RAISE(ABORT, 'a code is used once'); END;

    CREATE TABLE recovery_code (
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      -- SHA-256 of the person's number and the code, of 79 bits.
      code_hash BLOB NOT NULL CHECK (length(code_hash) = 32),
      used_at INTEGER,
      PRIMARY KEY (staff_id, code_hash)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER recovery_code_is_used_once BEFORE UPDATE ON recovery_code WHEN OLD.used_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a recovery code is used once'); END;

    CREATE TABLE sign_in_notice (
      id INTEGER PRIMARY KEY,
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      kind TEXT NOT NULL CHECK (kind IN ('newPlace', 'factorReset', 'recoveryCodeUsed')),
      -- Where it happened; empty for what an administrator did.
      remote TEXT NOT NULL,
      browser TEXT NOT NULL,
      at INTEGER NOT NULL,
      -- Seen at the place it is about, and seen anywhere else. Only the second ends it: a stranger cannot do that from where they came in.
      told_there INTEGER,
      told_at INTEGER
    ) STRICT;
    CREATE INDEX sign_in_notice_open ON sign_in_notice (staff_id) WHERE told_at IS NULL;
    """)
}
