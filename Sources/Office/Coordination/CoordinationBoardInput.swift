import Casework

/// What the board of 多機関協働 is asked to show (「一覧の条件」), as it stands in the address.
struct CoordinationBoardFilter: Sendable, Equatable {
  enum Range: String, CaseIterable, Sendable {
    /// In somebody's hands now.
    case active
    /// Closed for the time being: follow-up, interruption, closing.
    case resting
    case all

    var label: String {
      switch self {
      case .active: "動いている事例"
      case .resting: "終結・中断した事例"
      case .all: "すべて"
      }
    }
  }

  var range = Range.active
  var mineOnly = false
  var stage: CoordinationStage?
  var page = 0

  init() {}

  init(_ query: Fields) {
    range = Range(rawValue: query["view"]) ?? .active
    mineOnly = query["who"] == "mine"
    stage = CoordinationStage(rawValue: query["stage"])
    page = min(max(Int(query["page"]) ?? 0, 0), 10_000)
  }

  func address(_ path: String = "/coordinations", page: Int = 0) -> String {
    var pairs = ["view=\(range.rawValue)"]
    if mineOnly { pairs.append("who=mine") }
    if let stage { pairs.append("stage=\(stage.rawValue)") }
    if page > 0 { pairs.append("page=\(page)") }
    return "\(path)?\(pairs.joined(separator: "&"))"
  }

  /// The same people in another range.
  func entering(_ range: Range) -> CoordinationBoardFilter {
    with {
      $0.range = range
      $0.stage = nil
    }
  }

  func with(_ change: (inout CoordinationBoardFilter) -> Void) -> CoordinationBoardFilter {
    var copy = self
    copy.page = 0
    change(&copy)
    return copy
  }
}
