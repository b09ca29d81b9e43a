import Casework
import Store

/// What is kept for how long, opened for an official of the programme section (「開いた保存と廃棄」).
///
/// Only the check below makes one. It shows numbers and dates of cases, never what is in them.
struct OpenedRetention: Sendable {
  let scope: Scope
  let classes: [RetentionClass]
  let today: CivilDate

  fileprivate init(scope: Scope, classes: [RetentionClass], today: CivilDate) {
    self.scope = scope
    self.classes = classes
    self.today = today
  }

  /// 「この情報を見られる理由」
  static let reason = "市の事業担当課が、文書管理の規程により記録の保存と廃棄を行うため。事例の内容は表示していません"

  func klass(of record: RetainedRecord) -> RetentionClass {
    classes.first { $0.record == record } ?? RetentionClass(record: record, years: nil)
  }
}

/// A list of cases to be disposed of, opened behind the same check (「開いた廃棄」).
struct OpenedDisposal: Sendable {
  let retention: OpenedRetention
  let id: DisposalID
  let number: String
  let stage: DisposalStage
  let words: String
  let proposedBy: (id: StaffID, name: String)
  let proposedAt: Int
  let answeredBy: String
  let answeredAt: Int?
  let answerWords: String
  let carriedOutAt: Int?
  let version: Int

  fileprivate init(_ row: Row, retention: OpenedRetention) {
    self.retention = retention
    id = row.id(0)
    number = row.text(1)
    stage = DisposalStage(rawValue: row.text(2)) ?? .proposed
    words = row.text(3)
    proposedBy = (row.id(4), row.text(5))
    proposedAt = row.int(6)
    answeredBy = row.text(7)
    answeredAt = row.optionalInt(8)
    answerWords = row.text(9)
    carriedOutAt = row.optionalInt(10)
    version = row.int(11)
  }

  var path: String { "/retention/disposals/\(id)" }
}

extension Desk {
  func openRetention() throws -> OpenedRetention {
    guard staff.isProgrammeSection, !staff.roles.isDisjoint(with: [.cityStaff, .cityManager]) else { throw denied("retention") }
    return OpenedRetention(scope: scope, classes: try retentionClasses(), today: today)
  }

  func openDisposal(_ id: DisposalID) throws -> OpenedDisposal {
    let retention = try openRetention()
    let found = try reading.first(
      """
      SELECT d.id, d.number, d.stage, d.words, d.proposed_by, s.name, d.proposed_at, coalesce(a.name, ''), d.answered_at, d.answer_words,
        d.carried_out_at, d.version
      FROM disposal d JOIN staff s ON s.id = d.proposed_by LEFT JOIN staff a ON a.id = d.answered_by WHERE d.id = \(id)
      """
    ) { OpenedDisposal($0, retention: retention) }
    guard let found else { throw denied("disposal \(id)") }
    note("disposal \(id)")
    return found
  }

  /// One case as far as its keeping goes.
  func retainedCase(_ id: CaseFileID) throws -> RetainedCase {
    guard let found = try RetentionQueries.retained(self, try openRetention(), id) else { throw denied("retention of case \(id)") }
    note("retention of case \(id)", caseFile: id)
    return found
  }
}
