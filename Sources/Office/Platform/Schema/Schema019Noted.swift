import Store

extension Schema {
  /// What somebody has taken note of: the rest of a つなぎ accepted in part, a supervisor's comment; and the moment an account was stopped.
  static let noted019 = Migration(
    19, "noted",
    """
    -- 一部受理: what was not taken up waits for the sender since then; who of the sending agency has taken note of it, and when.
    ALTER TABLE referral ADD COLUMN rest_since INTEGER;
    ALTER TABLE referral ADD COLUMN rest_noted_at INTEGER;
    ALTER TABLE referral ADD COLUMN rest_noted_by INTEGER REFERENCES staff (id);
    UPDATE referral SET rest_since =
      (SELECT max(e.at) FROM referral_event e WHERE e.referral_id = referral.id AND e.act = 'acceptInPart');
    CREATE INDEX referral_rest ON referral (from_agency, stage) WHERE rest_since IS NOT NULL AND rest_noted_at IS NULL;

    -- A comment is for the writer of the note; read_at: when the writer opened it. What was said before counts as opened.
    ALTER TABLE note_review ADD COLUMN to_staff INTEGER REFERENCES staff (id);
    ALTER TABLE note_review ADD COLUMN read_at INTEGER;
    UPDATE note_review SET read_at = at, to_staff = (SELECT n.staff_id FROM note n WHERE n.id = note_review.note_id);
    CREATE INDEX note_review_unread ON note_review (to_staff) WHERE read_at IS NULL AND comment <> '';

    -- An account stopped at once: since when. Its last whole day is active_until.
    ALTER TABLE staff ADD COLUMN stopped_at INTEGER;
    """)
}
