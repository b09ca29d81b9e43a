import Casework

/// What the list of cases is asked to show (「一覧の条件」), as it stands in the address.
struct CaseListFilter: Sendable, Equatable {
  /// 「見られる事例すべて」「自機関の事例」「自分の担当」
  enum Range: String, CaseIterable, Sendable { case all, section, mine }
  enum Order: String, CaseIterable, Sendable { case touched, number, opened }

  var range = Range.all
  var stage: ConsultationStage?
  var inCharge: StaffID?
  /// 「担当がいない・退職した」
  var isWithoutCharge = false
  /// Part of a case number, in half-width capitals.
  var number = ""
  var order = Order.touched
  var isAscending = false
  /// From 0.
  var page = 0

  init() {}

  /// Reads the address; what cannot be read is as if it were not there.
  init(_ query: Fields) {
    range = Range(rawValue: query["view"]) ?? .all
    stage = ConsultationStage(rawValue: query["stage"])
    inCharge = Digits.number(query["charge"]).map { StaffID($0) }
    isWithoutCharge = query["charge"] == CaseListFilter.nobody
    number = CaseListFilter.narrow(String(query.trimmed("number").prefix(20)))
    order = Order(rawValue: query["sort"]) ?? .touched
    isAscending = query["dir"] == "up"
    page = min(max(Digits.number(query["page"]) ?? 1, 1), 10_000) - 1
  }

  /// Nothing is narrowed down: the first page of everything in reach, or a later one.
  var isOpen: Bool { stage == nil && inCharge == nil && !isWithoutCharge && number.isEmpty }

  /// What the address says for cases that nobody is in charge of.
  static let nobody = "none"

  /// The address that asks for the same.
  func address(_ path: String = "/cases", _ more: [(String, String)] = []) -> String {
    var pairs: [(String, String)] = []
    if range != .all { pairs.append(("view", range.rawValue)) }
    if let stage { pairs.append(("stage", stage.rawValue)) }
    if let inCharge { pairs.append(("charge", String(inCharge.number))) }
    if isWithoutCharge { pairs.append(("charge", CaseListFilter.nobody)) }
    if !number.isEmpty { pairs.append(("number", number)) }
    if order != .touched { pairs.append(("sort", order.rawValue)) }
    if isAscending { pairs.append(("dir", "up")) }
    if page > 0 { pairs.append(("page", String(page + 1))) }
    pairs += more
    return pairs.isEmpty ? path : path + "?" + pairs.map { "\($0)=\(Answer.percentEncoded($1))" }.joined(separator: "&")
  }

  /// The same conditions with one thing changed, from its first page.
  func with(_ change: (inout CaseListFilter) -> Void) -> CaseListFilter {
    var copy = self
    copy.page = 0
    change(&copy)
    return copy
  }

  private static func narrow(_ text: String) -> String {
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      narrow.append(0xFF01...0xFF5E ~= scalar.value ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(narrow).uppercased()
  }
}
