import Casework

/// What the list of consultations is narrowed to, from the address (「絞り込み」). Anything unreadable is left out and said.
struct ConsultationFilter: Sendable {
  enum Reach: String, CaseIterable, Sendable { case mine, section, all }
  enum Order: String, CaseIterable, Sendable { case newest, oldest, urgency, label }

  let reach: Reach
  let order: Order
  let from: CivilDate?
  let until: CivilDate?
  /// Code of C-01.
  let concern: String
  let stage: ConsultationStage?
  /// From 0.
  let page: Int
  let problems: [FieldProblem]
  /// As typed, for the boxes.
  let fields: Fields

  init(_ query: Fields, today: CivilDate) {
    fields = query
    reach = Reach(rawValue: query["reach"]) ?? .section
    order = Order(rawValue: query["order"]) ?? .newest
    concern = query["concern"]
    stage = ConsultationStage(rawValue: query["stage"])
    page = max(0, min(100_000, (Int(query["page"]) ?? 1) - 1))
    var problems: [FieldProblem] = []
    func date(_ name: String) -> CivilDate? {
      guard !query.trimmed(name).isEmpty else { return nil }
      switch DateInput.parseExact(query[name], today: today) {
      case .success(let date): return date
      case .failure(let problem):
        problems.append(FieldProblem(name, problem.message))
        return nil
      }
    }
    from = date("from")
    until = date("until")
    self.problems = problems
  }

  /// The same list with one thing changed, as an address.
  func path(_ base: String = "/consultations", _ changes: [(String, String)] = []) -> String {
    var copy = fields
    for (name, value) in changes { copy.set(name, value) }
    let names = ["reach", "order", "from", "until", "concern", "stage", "page", "encoding", "confirmed"]
    let pairs = names.filter { copy.isOn($0) }.map { "\($0)=\(Answer.percentEncoded(copy[$0]))" }
    return pairs.isEmpty ? base : "\(base)?\(pairs.joined(separator: "&"))"
  }
}
