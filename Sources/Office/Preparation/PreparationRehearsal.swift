import Casework

/// What the invented staff of the sample town ask and answer before a meeting (「見本のまちの会議の準備」).
@_spi(SampleTown)
extension WritingDesk {
  /// Calls an agency to a meeting that has no items for it yet.
  public func rehearseCall(_ meeting: MeetingID, agency: AgencyID) throws { try callMember(meeting, Fields([("agency", "\(agency)")])) }

  /// The four questions.
  public func rehearsePreparation(_ meeting: MeetingID, _ form: Fields) throws { try askPreparation(meeting, form) }

  /// An answer, by the agency or written down for it.
  public func rehearseAnswer(_ id: PreparationID, _ form: Fields) throws { _ = try answerPreparation(id, form) }
}
