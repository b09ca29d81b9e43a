import Casework

/// What the invented staff of the sample town do along the main line of a case, through the same acts as real staff (「見本のまちの多機関協働」).
@_spi(SampleTown)
extension WritingDesk {
  /// Form 1-1, as the desk's form says.
  public func rehearseConsent(of id: CaseFileID) throws { _ = try giveConsent(in: try openConsents(of: id), paper: nil) }

  /// One sheet of form 1-2, as the desk's form says.
  public func rehearseSheet(_ id: CoordinationID, _ sheet: String) throws { try saveAssessment(try openCoordination(id), sheet: sheet) }

  /// Completes form 1-2; false when something is missing.
  public func rehearseCompletion(_ id: CoordinationID) throws -> Bool { try completeIfWhole(try openCoordination(id)) }

  /// Begins form 2-1 with what is on record.
  public func rehearsePlan(_ id: CoordinationID) throws -> PlanID { try beginPlan(id) }

  /// Saves form 2-1 and puts it to the meeting.
  public func rehearseSubmission(_ id: PlanID, _ form: Fields) throws { try submitPlan(id, form) }

  /// The result of one item of a meeting.
  public func rehearseResult(_ meeting: MeetingID, _ item: MeetingItemID, _ form: Fields) throws { try recordResult(meeting, item, form) }

  /// 支援決定
  public func rehearseDecision(_ id: PlanID, _ form: Fields) throws { try decidePlan(id, form) }
}
