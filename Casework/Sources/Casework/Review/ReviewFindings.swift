/// 「評価の内容」 What form 2-2 says in words and choices, apart from what the rules and lists need as facts of their own.
public struct ReviewFindings: Hashable, Sendable, Codable {
  /// By the key of the goal.
  public var goals: [String: Goal] = [:]
  /// Codes of C-12.
  public var changes: [String] = []
  public var changesOther = ""
  public var status = ""
  public var remaining = ""
  /// By the number of the role in the plan.
  public var roles: [String: Role] = [:]
  /// 「本人の評価・希望」
  public var personView = ""
  /// 「これから続ける機関に伝えること」 Direction, promises, the next appointment.
  public var onward = ""
  public var closeWords = ""
  public var interruptWords = ""

  public init() {}

  public struct Goal: Hashable, Sendable, Codable {
    public var attainment: GoalAttainment?
    public var words: String

    public init(attainment: GoalAttainment?, words: String) {
      self.attainment = attainment
      self.words = words
    }
  }

  public struct Role: Hashable, Sendable, Codable {
    public var result: RoleResult?
    public var words: String

    public init(result: RoleResult?, words: String) {
      self.result = result
      self.words = words
    }
  }
}
