import Store

extension Schema {
  /// プラン, 支援決定, 実施の状況, 評価, つなぎもどし, フォローアップ.
  static let plan008 = Migration(
    8, "plan",
    """
    -- 様式2-1. Immutable once confirmed: a change is the next round (R-27).
    CREATE TABLE plan (
      id INTEGER PRIMARY KEY,
      coordination_id INTEGER NOT NULL REFERENCES coordination (id),
      round INTEGER NOT NULL CHECK (round > 0),
      programme TEXT NOT NULL DEFAULT 'multi' CHECK (programme IN ('multi', 'outreach', 'participation')),
      form_version INTEGER NOT NULL,
      drafted_on TEXT NOT NULL,
      author INTEGER NOT NULL REFERENCES staff (id),
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      issues TEXT NOT NULL DEFAULT '',
      -- In the person's own words.
      goal_words TEXT NOT NULL DEFAULT '',
      goal_long TEXT NOT NULL DEFAULT '',
      goal_short TEXT NOT NULL DEFAULT '',
      policy TEXT NOT NULL DEFAULT '',
      other_services TEXT NOT NULL DEFAULT '',
      period_from TEXT NOT NULL DEFAULT '',
      period_to TEXT NOT NULL DEFAULT '',
      notes TEXT NOT NULL DEFAULT '',
      -- 本人の同意・利用申込
      agreed_on TEXT NOT NULL DEFAULT '',
      agreed_how TEXT NOT NULL DEFAULT '' CHECK (agreed_how IN ('', 'signature', 'proxy', 'oral')),
      -- Derived from items and uses whenever they are saved (R-21).
      pattern TEXT NOT NULL DEFAULT 'othersOnly' CHECK (pattern IN ('programmesOnly', 'programmesAndOthers', 'othersOnly')),
      is_complete INTEGER NOT NULL DEFAULT 0 CHECK (is_complete IN (0, 1)),
      saved_at INTEGER NOT NULL,
      submitted_at INTEGER,
      -- 確定日, written with the event that confirms: the decision (A, B) or the meeting (C).
      confirmed_on TEXT,
      -- Consent was withdrawn or something else asks for a new look; the sentence says what.
      review_wanted TEXT NOT NULL DEFAULT '',
      version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (coordination_id, round)
    ) STRICT;
    CREATE TABLE plan_item (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plan (id),
      position INTEGER NOT NULL,
      issue TEXT NOT NULL DEFAULT '',
      goal TEXT NOT NULL DEFAULT '',
      action TEXT NOT NULL DEFAULT '',
      owner TEXT NOT NULL CHECK (owner IN ('', 'person', 'family', 'agency')),
      owner_agency INTEGER REFERENCES agency (id),
      owner_name TEXT NOT NULL DEFAULT '',
      -- The programme the row is part of; nothing for other support. The pattern follows from it (R-21).
      programme TEXT NOT NULL DEFAULT '' CHECK (programme IN ('', 'outreach', 'participation')),
      frequency TEXT NOT NULL DEFAULT '',
      from_on TEXT NOT NULL DEFAULT '',
      until_on TEXT NOT NULL DEFAULT '',
      remarks TEXT NOT NULL DEFAULT '',
      UNIQUE (plan_id, position)
    ) STRICT;
    CREATE TABLE plan_role (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plan (id),
      position INTEGER NOT NULL,
      -- A draft may not have chosen yet.
      agency_id INTEGER REFERENCES agency (id),
      person TEXT NOT NULL DEFAULT '',
      role TEXT NOT NULL DEFAULT '',
      is_main INTEGER NOT NULL CHECK (is_main IN (0, 1)),
      UNIQUE (plan_id, position)
    ) STRICT;
    CREATE UNIQUE INDEX one_main_role ON plan_role (plan_id) WHERE is_main = 1;
    CREATE INDEX plan_role_of_agency ON plan_role (agency_id, plan_id);
    CREATE TABLE plan_programme (
      plan_id INTEGER NOT NULL REFERENCES plan (id),
      programme TEXT NOT NULL CHECK (programme IN ('outreach', 'participation')),
      content TEXT NOT NULL DEFAULT '',
      kinds TEXT NOT NULL DEFAULT '[]',
      provider INTEGER REFERENCES agency (id),
      place TEXT NOT NULL DEFAULT '',
      from_on TEXT NOT NULL DEFAULT '',
      until_on TEXT NOT NULL DEFAULT '',
      -- R-23: outreach begun earlier, early contact of 参加支援.
      began_on TEXT NOT NULL DEFAULT '',
      began_reason TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (plan_id, programme)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE plan_monitoring (
      plan_id INTEGER NOT NULL REFERENCES plan (id),
      on_day TEXT NOT NULL,
      -- Agreed on after the plan was confirmed: an appointment, not a change of the plan.
      added_later INTEGER NOT NULL DEFAULT 0 CHECK (added_later IN (0, 1)),
      PRIMARY KEY (plan_id, on_day)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE plan_comment (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plan (id),
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      words TEXT NOT NULL CHECK (words <> ''),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX plan_comment_of ON plan_comment (plan_id, id);
    CREATE TABLE plan_history (
      plan_id INTEGER NOT NULL REFERENCES plan (id),
      version INTEGER NOT NULL,
      content TEXT NOT NULL,
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      at INTEGER NOT NULL,
      PRIMARY KEY (plan_id, version)
    ) STRICT, WITHOUT ROWID;

    -- 支援決定 (A, B) with 確認 of the rest, and 報告 (C). One row an act of the town; the last one of a plan counts.
    CREATE TABLE support_decision (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plan (id),
      result TEXT NOT NULL CHECK (result IN ('granted', 'grantedWithConditions', 'refused')),
      number TEXT NOT NULL CHECK (number <> ''),
      decided_on TEXT NOT NULL,
      decider_title TEXT NOT NULL CHECK (decider_title <> ''),
      decider_name TEXT NOT NULL CHECK (decider_name <> ''),
      content TEXT NOT NULL DEFAULT '',
      conditions TEXT NOT NULL DEFAULT '',
      reason TEXT NOT NULL DEFAULT '',
      -- Pattern B: the other support was confirmed (確認).
      confirms_rest INTEGER NOT NULL DEFAULT 0 CHECK (confirms_rest IN (0, 1)),
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      at INTEGER NOT NULL,
      CHECK (result <> 'refused' OR reason <> ''),
      CHECK (result <> 'grantedWithConditions' OR conditions <> '')
    ) STRICT;
    CREATE INDEX support_decision_of ON support_decision (plan_id, id);
    CREATE UNIQUE INDEX support_decision_number ON support_decision (number);
    CREATE TABLE town_report (
      plan_id INTEGER PRIMARY KEY REFERENCES plan (id),
      reported_at INTEGER NOT NULL,
      reported_by INTEGER NOT NULL REFERENCES staff (id),
      received_at INTEGER,
      received_by INTEGER REFERENCES staff (id),
      words TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX town_report_waiting ON town_report (received_at, reported_at);

    -- 実施の状況: one click and a sentence, per role.
    CREATE TABLE progress_report (
      id INTEGER PRIMARY KEY,
      plan_role_id INTEGER NOT NULL REFERENCES plan_role (id),
      state TEXT NOT NULL CHECK (state IN ('asPlanned', 'partly', 'notStarted', 'needsTalk')),
      words TEXT NOT NULL DEFAULT '',
      on_behalf INTEGER NOT NULL DEFAULT 0 CHECK (on_behalf IN (0, 1)),
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX progress_report_of ON progress_report (plan_role_id, id);
    CREATE TABLE monitoring (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plan (id),
      planned_on TEXT NOT NULL DEFAULT '',
      held_on TEXT NOT NULL,
      findings TEXT NOT NULL CHECK (findings <> ''),
      outcome TEXT NOT NULL CHECK (outcome IN ('goOn', 'resortRoles', 'replan', 'close', 'interrupt')),
      next_on TEXT,
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX monitoring_of ON monitoring (plan_id, held_on);

    -- 様式2-2, one for each plan.
    CREATE TABLE plan_review (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL UNIQUE REFERENCES plan (id),
      form_version INTEGER NOT NULL,
      reviewed_on TEXT NOT NULL DEFAULT '',
      -- JSON by form field: attainment of goals, C-12 changes, state, what remains, role results, resource gap, the person's view.
      answers TEXT NOT NULL DEFAULT '{}',
      result TEXT NOT NULL DEFAULT '' CHECK (result IN ('', 'close', 'replan', 'interrupt')),
      close_reason TEXT NOT NULL DEFAULT '',
      interrupt_reason TEXT NOT NULL DEFAULT '',
      lead_agency INTEGER REFERENCES agency (id),
      lead_person TEXT NOT NULL DEFAULT '',
      needs_follow_up INTEGER CHECK (needs_follow_up IN (0, 1)),
      follow_up_how TEXT NOT NULL DEFAULT '',
      follow_up_on TEXT,
      resource_gap TEXT NOT NULL DEFAULT '',
      completed_at INTEGER,
      staff_id INTEGER NOT NULL REFERENCES staff (id),
      saved_at INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE TABLE follow_up (
      id INTEGER PRIMARY KEY,
      coordination_id INTEGER NOT NULL REFERENCES coordination (id),
      round INTEGER NOT NULL,
      agency_id INTEGER NOT NULL REFERENCES agency (id),
      due_on TEXT NOT NULL,
      how TEXT NOT NULL DEFAULT '',
      done_on TEXT,
      words TEXT NOT NULL DEFAULT '',
      staff_id INTEGER REFERENCES staff (id),
      at INTEGER
    ) STRICT;
    CREATE INDEX follow_up_due ON follow_up (agency_id, due_on) WHERE done_on IS NULL;
    CREATE INDEX follow_up_of ON follow_up (coordination_id, id);
    -- つなぎもどし: an open item at the agency that goes on, until it says that it has taken it (R-33).
    CREATE TABLE hand_back_item (
      id INTEGER PRIMARY KEY,
      coordination_id INTEGER NOT NULL REFERENCES coordination (id),
      round INTEGER NOT NULL,
      to_agency INTEGER NOT NULL REFERENCES agency (id),
      to_person TEXT NOT NULL DEFAULT '',
      words TEXT NOT NULL DEFAULT '',
      is_lead INTEGER NOT NULL CHECK (is_lead IN (0, 1)),
      made_by INTEGER NOT NULL REFERENCES staff (id),
      made_at INTEGER NOT NULL,
      taken_by INTEGER REFERENCES staff (id),
      taken_at INTEGER,
      reply TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX hand_back_open ON hand_back_item (to_agency, made_at) WHERE taken_at IS NULL;
    CREATE INDEX hand_back_of ON hand_back_item (coordination_id, id);
    """ + planGuards008)
}
