import Casework

extension Fields {
  /// マイナンバー has no place here: whatever looks like one must go before anything is stored.
  ///
  /// `label` names a field by its id (the part of a name before its first point); nothing leaves that field alone.
  func individualNumbers(_ label: (String) -> String?) -> [FieldProblem] {
    typed.pairs.compactMap { pair in
      let field = String(pair.name.prefix { $0 != "." })
      guard let label = label(field), !MyNumberGuard.findings(in: pair.value).isEmpty else { return nil }
      return FieldProblem(
        pair.name, "「\(label)」にマイナンバー（個人番号）とみられる12けたの番号があります。この事業では記録できません。番号を消してから記録してください。")
    }
  }
}

extension [FieldProblem] {
  /// One sentence a field, in the order in which the page asks.
  func inPageOrder(_ fields: [FormField]) -> [FieldProblem] {
    var places: [String: Int] = [:]
    for (place, field) in fields.enumerated() { places[field.id] = place }
    var seen: Set<String> = []
    let once = filter { seen.insert($0.fieldID).inserted }
    return once.enumerated().sorted { left, right in
      let places = [left, right].map { places[String($0.element.fieldID.prefix { $0 != "." })] ?? Int.max }
      return (places[0], left.offset) < (places[1], right.offset)
    }.map(\.element)
  }
}
