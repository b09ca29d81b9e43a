/// 「支援措置の登録」 What is written down when somebody is protected, or when it is changed.
///
/// Source: reference §8.1 (DV・ストーカー・虐待 支援措置: looked at again every year), R-81.
public struct ProtectionDraft: Hashable, Sendable {
  public var kind: Protection.Kind?
  public var level: Protection.Level?
  /// What it rests on (「根拠」).
  public var basis = ""
  /// What those who are told must mind (「気をつけること」).
  public var words = ""
  /// The person from whom this one is protected, where he or she is on record.
  public var perpetrator: ResidentID?
  public var perpetratorWords = ""
  public var from: CivilDate?
  /// The day on which it is looked at again (「見直しの日」).
  public var until: CivilDate?
  public var cleared: Set<AgencyID> = []
  public var barredStaff: Set<StaffID> = []
  public var barredAgencies: Set<AgencyID> = []

  public init() {}

  /// What keeps it from being recorded for this person by this member of staff; empty when it may be.
  public func problems(of person: ResidentID, by writer: ActingStaff) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if kind == nil { problems.append(.init("kind", "支援措置の種類が選ばれていません。種類を選んでください。")) }
    if level == nil { problems.append(.init("level", "隠す範囲が選ばれていません。どこまで隠すかを選んでください。")) }
    if basis.isBlank { problems.append(.init("basis", "根拠が書かれていません。住民基本台帳事務の支援措置、保護命令、本人の申出などを書いてください。")) }
    if let perpetrator, perpetrator == person {
      problems.append(.init("perpetrator", "加害者に本人が選ばれています。別の方を選ぶか、空欄にしてください。"))
    }
    return problems + dayProblems + agencyProblems(writer)
  }

  private var dayProblems: [FieldProblem] {
    var problems: [FieldProblem] = []
    if from == nil { problems.append(.init("from", "始まった日が入っていません。支援措置が始まった日を入れてください。")) }
    if let until {
      if let from, until <= from { problems.append(.init("until", "見直しの日が始まった日より後になっていません。始まった日より後の日付に直してください。")) }
    } else {
      problems.append(.init("until", "見直しの日が入っていません。決まっていなければ、始まった日の一年後を入れてください。"))
    }
    return problems
  }

  /// Whoever registers it must go on seeing it, and nobody is told and tied to the perpetrator at once.
  private func agencyProblems(_ writer: ActingStaff) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if !cleared.contains(writer.agency) {
      problems.append(.init("cleared", "知らせる機関に自分の機関が入っていません。登録する機関は必ず選んでください。"))
    }
    if barredAgencies.contains(writer.agency) || barredStaff.contains(writer.staff) {
      problems.append(.init("barred_agency", "加害者とつながりのある機関・職員に、自分か自分の機関が入っています。外すか、事業担当課に登録を頼んでください。"))
    }
    if !cleared.isDisjoint(with: barredAgencies), !barredAgencies.contains(writer.agency) {
      problems.append(.init("barred_agency", "知らせる機関と、加害者とつながりのある機関に同じ機関があります。どちらか一方を外してください。"))
    }
    return problems
  }
}

extension Protection {
  /// 「見直しの日を過ぎた」 It stands out from that day on, and goes on until somebody ends it.
  public static func isReviewDue(_ until: CivilDate?, today: CivilDate) -> Bool { until.map { $0 < today } ?? false }
}
