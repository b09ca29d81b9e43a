import Store

extension Schema {
  /// The append-only, hash-chained audit log.
  static let audit005 = Migration(
    5, "audit",
    """
    CREATE TABLE audit_entry (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      staff_id INTEGER,
      agency_id INTEGER,
      act TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('done', 'denied', 'refused', 'failed')),
      case_file_id INTEGER,
      subject TEXT NOT NULL,
      detail TEXT NOT NULL,
      request TEXT NOT NULL,
      remote TEXT NOT NULL,
      previous_hash BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX audit_by_staff ON audit_entry (staff_id, id);
    CREATE INDEX audit_by_case ON audit_entry (case_file_id, id) WHERE case_file_id IS NOT NULL;
    CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    """)
}
