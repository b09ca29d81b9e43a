/// 「やること」 Something to do about a case, with a due date.
public struct FollowUpTask: Hashable, Sendable, Codable {
  public let what: String
  public let due: CivilDate?
  /// Nil: anyone of the agency.
  public let assignee: StaffID?
  public let done: Done?

  /// 「済み」
  public struct Done: Hashable, Sendable, Codable {
    public let on: CivilDate
    public let by: StaffID

    public init(on: CivilDate, by: StaffID) {
      self.on = on
      self.by = by
    }
  }

  /// For reading back what was stored.
  public init(what: String, due: CivilDate?, assignee: StaffID?, done: Done?) {
    self.what = what
    self.due = due
    self.assignee = assignee
    self.done = done
  }

  /// 「やることを加える」 Throws when there is nothing to do in it.
  public static func planned(_ what: String, due: CivilDate?, assignee: StaffID?) throws(FieldProblem) -> FollowUpTask {
    guard !what.isBlank else { throw FieldProblem("what", "やることが書かれていません。何をするかを短く書いてください。") }
    return FollowUpTask(what: what, due: due, assignee: assignee, done: nil)
  }

  /// 「次の対応」 The task that a note leaves behind; nil when it names no next action.
  public static func following(_ note: Note) -> FollowUpTask? {
    guard !note.nextAction.isBlank else { return nil }
    return FollowUpTask(what: note.nextAction, due: note.nextDue, assignee: note.recorder.staff, done: nil)
  }

  /// 「済みにする」 A task done once stays done: the first mark is kept.
  public func finished(by staff: StaffID, on date: CivilDate) -> FollowUpTask {
    FollowUpTask(what: what, due: due, assignee: assignee, done: done ?? Done(on: date, by: staff))
  }

  /// 「期限切れ」 Not done and the last day has passed.
  public func isOverdue(today: CivilDate) -> Bool {
    done == nil && due.map { $0 < today } ?? false
  }

  /// 「今日の予定」 Not done and due today.
  public func isDueToday(_ today: CivilDate) -> Bool { done == nil && due == today }
}
