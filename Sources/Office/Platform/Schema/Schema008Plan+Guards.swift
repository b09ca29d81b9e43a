extension Schema {
  /// What must never happen to a plan that is confirmed, to its comments and history, and to a decision.
  static let planGuards008 = """

    CREATE TRIGGER confirmed_plan_is_never_changed BEFORE UPDATE OF coordination_id, round, programme, drafted_on, issues, goal_words, goal_long,
      goal_short, policy, other_services, period_from, period_to, notes, agreed_on, agreed_how, pattern, confirmed_on ON plan
      WHEN old.confirmed_on IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER plan_is_never_deleted BEFORE DELETE ON plan BEGIN SELECT RAISE(ABORT, 'a plan is never deleted'); END;
    CREATE TRIGGER confirmed_item_stays BEFORE DELETE ON plan_item
      WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER confirmed_item_is_never_changed BEFORE UPDATE ON plan_item
      WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER confirmed_plan_gets_no_item BEFORE INSERT ON plan_item
      WHEN (SELECT confirmed_on FROM plan WHERE id = new.plan_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER confirmed_role_stays BEFORE DELETE ON plan_role
      WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER confirmed_role_is_never_changed BEFORE UPDATE ON plan_role
      WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER confirmed_programme_stays BEFORE DELETE ON plan_programme
      WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER confirmed_programme_is_never_changed BEFORE UPDATE ON plan_programme
      WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER confirmed_plan_gets_no_programme BEFORE INSERT ON plan_programme
      WHEN (SELECT confirmed_on FROM plan WHERE id = new.plan_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER confirmed_plan_gets_no_role BEFORE INSERT ON plan_role
      WHEN (SELECT confirmed_on FROM plan WHERE id = new.plan_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER confirmed_monitoring_stays BEFORE DELETE ON plan_monitoring
      WHEN (SELECT confirmed_on FROM plan WHERE id = old.plan_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER monitoring_day_is_never_changed BEFORE UPDATE ON plan_monitoring
      BEGIN SELECT RAISE(ABORT, 'a day of monitoring is never changed'); END;
    CREATE TRIGGER confirmed_plan_gets_no_monitoring BEFORE INSERT ON plan_monitoring
      WHEN new.added_later = 0 AND (SELECT confirmed_on FROM plan WHERE id = new.plan_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a confirmed plan is never changed'); END;
    CREATE TRIGGER plan_comment_is_never_changed BEFORE UPDATE ON plan_comment BEGIN SELECT RAISE(ABORT, 'a comment is never changed'); END;
    CREATE TRIGGER plan_comment_is_never_deleted BEFORE DELETE ON plan_comment BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;
    CREATE TRIGGER plan_history_is_never_changed BEFORE UPDATE ON plan_history
      BEGIN SELECT RAISE(ABORT, 'the history of a plan is never changed'); END;
    CREATE TRIGGER plan_history_is_never_deleted BEFORE DELETE ON plan_history
      BEGIN SELECT RAISE(ABORT, 'the history of a plan is never deleted'); END;
    CREATE TRIGGER support_decision_is_never_changed BEFORE UPDATE ON support_decision
      BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
    CREATE TRIGGER support_decision_is_never_deleted BEFORE DELETE ON support_decision
      BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
    """
}
