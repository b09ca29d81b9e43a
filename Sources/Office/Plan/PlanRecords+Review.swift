import Casework
import Store

extension PlanRecords {
  /// 「プランの見直しを求める」 Marks the plan of the present round, where it is not over, with what asks for a new look.
  ///
  /// Source: reference §3.6 (a withdrawn consent puts the open plan up for review).
  static func wantReview(_ desk: WritingDesk, _ coordination: OpenedCoordination, words: String) throws {
    guard coordination.stage.isActive else { return }
    try desk.writing.run(
      """
      UPDATE plan SET review_wanted = \(words), version = version + 1
      WHERE coordination_id = \(coordination.id) AND round = (SELECT max(p.round) FROM plan p WHERE p.coordination_id = \(coordination.id))
      """)
  }
}
