import Store

extension Schema {
  /// The guards that refuse to delete let through exactly what is in hand of an approved disposal, and nothing else.
  ///
  /// `disposal_in_hand` takes only a case of an approved disposal, and a row of it cannot outlive its transaction.
  static let disposalGuards = """
    DROP TRIGGER consent_is_never_deleted;
    CREATE TRIGGER consent_is_never_deleted BEFORE DELETE ON consent
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
      BEGIN SELECT RAISE(ABORT, 'a consent is never deleted'); END;
    DROP TRIGGER consent_event_is_never_deleted;
    CREATE TRIGGER consent_event_is_never_deleted BEFORE DELETE ON consent_event
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
      BEGIN SELECT RAISE(ABORT, 'a consent event is never deleted'); END;
    DROP TRIGGER coordination_event_is_never_deleted;
    CREATE TRIGGER coordination_event_is_never_deleted BEFORE DELETE ON coordination_event
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id WHERE o.id = old.coordination_id)
      BEGIN SELECT RAISE(ABORT, 'a coordination event is never deleted'); END;
    DROP TRIGGER meeting_result_is_never_deleted;
    CREATE TRIGGER meeting_result_is_never_deleted BEFORE DELETE ON meeting_item
      WHEN old.result <> '' AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
      BEGIN SELECT RAISE(ABORT, 'the result of a meeting is never deleted'); END;
    DROP TRIGGER meeting_role_is_never_deleted;
    CREATE TRIGGER meeting_role_is_never_deleted BEFORE DELETE ON meeting_role
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN meeting_item o ON o.case_file_id = h.case_file_id WHERE o.id = old.item_id)
      BEGIN SELECT RAISE(ABORT, 'what a meeting decided is never deleted'); END;
    DROP TRIGGER meeting_release_is_never_deleted;
    CREATE TRIGGER meeting_release_is_never_deleted BEFORE DELETE ON meeting_release
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN meeting_item o ON o.case_file_id = h.case_file_id WHERE o.id = old.item_id)
      BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END;
    DROP TRIGGER guest_answer_is_never_deleted;
    CREATE TRIGGER guest_answer_is_never_deleted BEFORE DELETE ON guest_answer
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN meeting_item o ON o.case_file_id = h.case_file_id WHERE o.id = old.item_id)
      BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;
    DROP TRIGGER note_is_never_deleted;
    CREATE TRIGGER note_is_never_deleted BEFORE DELETE ON note
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h WHERE h.case_file_id = old.case_file_id)
      BEGIN SELECT RAISE(ABORT, 'a note is never deleted'); END;
    DROP TRIGGER plan_is_never_deleted;
    CREATE TRIGGER plan_is_never_deleted BEFORE DELETE ON plan
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id WHERE o.id = old.coordination_id)
      BEGIN SELECT RAISE(ABORT, 'a plan is never deleted'); END;
    DROP TRIGGER plan_comment_is_never_deleted;
    CREATE TRIGGER plan_comment_is_never_deleted BEFORE DELETE ON plan_comment
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
        WHERE p.id = old.plan_id)
      BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;
    DROP TRIGGER plan_history_is_never_deleted;
    CREATE TRIGGER plan_history_is_never_deleted BEFORE DELETE ON plan_history
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
        WHERE p.id = old.plan_id)
      BEGIN SELECT RAISE(ABORT, 'the history of a plan is never deleted'); END;
    DROP TRIGGER confirmed_item_stays;
    CREATE TRIGGER confirmed_item_stays BEFORE DELETE ON plan_item
      WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
        WHERE p.id = old.plan_id)
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    DROP TRIGGER confirmed_monitoring_stays;
    CREATE TRIGGER confirmed_monitoring_stays BEFORE DELETE ON plan_monitoring
      WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
        WHERE p.id = old.plan_id)
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    DROP TRIGGER confirmed_programme_stays;
    CREATE TRIGGER confirmed_programme_stays BEFORE DELETE ON plan_programme
      WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
        WHERE p.id = old.plan_id)
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    DROP TRIGGER confirmed_role_stays;
    CREATE TRIGGER confirmed_role_stays BEFORE DELETE ON plan_role
      WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
        WHERE p.id = old.plan_id)
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    DROP TRIGGER support_decision_is_never_deleted;
    CREATE TRIGGER support_decision_is_never_deleted BEFORE DELETE ON support_decision
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN coordination o ON o.case_file_id = h.case_file_id JOIN plan p ON p.coordination_id = o.id
        WHERE p.id = old.plan_id)
      BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
    DROP TRIGGER referral_event_is_never_deleted;
    CREATE TRIGGER referral_event_is_never_deleted BEFORE DELETE ON referral_event
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN referral o ON o.case_file_id = h.case_file_id WHERE o.id = old.referral_id)
      BEGIN SELECT RAISE(ABORT, 'a referral event is never deleted'); END;
    DROP TRIGGER protection_event_is_never_deleted;
    CREATE TRIGGER protection_event_is_never_deleted BEFORE DELETE ON protection_event
      WHEN NOT EXISTS (SELECT 1 FROM disposal_in_hand h JOIN protection o ON o.resident_id = h.resident_id WHERE o.id = old.protection_id)
      BEGIN SELECT RAISE(ABORT, 'a protection event is never deleted'); END;

    """

  /// Deleting a row asks for the rows that point at it; without these it would read whole tables.
  static let disposalIndexes = """
    CREATE INDEX task_of_note ON task (note_id) WHERE note_id IS NOT NULL;
    CREATE INDEX meeting_role_of_task ON meeting_role (task_id) WHERE task_id IS NOT NULL;
    CREATE INDEX meeting_item_of_plan ON meeting_item (plan_id) WHERE plan_id IS NOT NULL;
    CREATE INDEX referral_of_consultation ON referral (consultation_id) WHERE consultation_id IS NOT NULL;
    CREATE INDEX consultation_of_resident ON consultation (resident_id) WHERE resident_id IS NOT NULL;
    CREATE INDEX consent_of_resident ON consent (resident_id) WHERE resident_id IS NOT NULL;
    CREATE INDEX consent_of_attachment ON consent (attachment_id) WHERE attachment_id IS NOT NULL;
    CREATE INDEX consent_event_of_consent ON consent_event (consent_id) WHERE consent_id IS NOT NULL;
    CREATE INDEX consent_event_of_resident ON consent_event (resident_id) WHERE resident_id IS NOT NULL;
    CREATE INDEX case_file_ended ON case_file (stage, opened_on);
    """
}
