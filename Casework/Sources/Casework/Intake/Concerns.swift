/// 「相談内容(困りごと)」 The concerns of code list C-01 that were ticked (○) and the worst of them (◎).
///
/// Source: R-03, exactly one ◎ among the chosen concerns (reference §5.1 no. 14).
public struct Concerns: Hashable, Sendable, Codable {
  /// Every chosen code, the worst one included.
  public var codes: Set<String>
  /// The ◎; nil while it is not decided.
  public var main: String?
  /// The words for 「その他」.
  public var other: String?

  public init(codes: Set<String> = [], main: String? = nil, other: String? = nil) {
    self.codes = codes
    self.main = main
    self.other = other
  }

  /// From marks on paper or in a file, where several ◎ may have been drawn. Throws when there is not exactly one.
  public static func marked(circles: Set<String>, doubleCircles: Set<String>, other: String? = nil) throws(IntakeRefusal) -> Concerns {
    guard doubleCircles.count <= 1 else { throw IntakeRefusal([FieldProblem(field, severalMains)]) }
    let concerns = Concerns(codes: circles.union(doubleCircles), main: doubleCircles.first, other: other)
    let problems = concerns.problems()
    guard problems.isEmpty else { throw IntakeRefusal(problems) }
    return concerns
  }

  /// What R-03 says against it; empty when exactly one ◎ is among the chosen.
  public func problems(field: String = Concerns.field) -> [FieldProblem] {
    if codes.isEmpty, main == nil { return [FieldProblem(field, "困りごとが選ばれていません。あてはまるものに○、いちばん困っていることに◎を付けてください。")] }
    guard let main else { return [FieldProblem(field, "◎がありません。○を付けた中から、いちばん困っていること1つに◎を付けてください。")] }
    guard codes.contains(main) else { return [FieldProblem(field, "◎の項目に○が付いていません。◎は選んだ困りごとの中から1つ選んでください。")] }
    return []
  }

  /// The id of the field in form 1-1.
  public static let field = "concerns"

  private static let severalMains = "◎が2つ以上あります。いちばん困っていること1つだけに◎を付け、ほかは○にしてください。"
}

/// Codes of C-01 on which rules depend.
public enum ConcernCode {
  public static let health = "01"
  public static let housing = "02"
  public static let income = "03"
  public static let rentOrLoan = "04"
  public static let taxOrUtilities = "05"
  public static let debt = "06"
  public static let jobSearch = "07"
  public static let work = "08"
  public static let community = "09"
  public static let family = "10"
  public static let childRaising = "11"
  public static let care = "12"
  public static let withdrawal = "13"
  public static let violence = "14"
  public static let food = "15"
  public static let other = "99"
}
