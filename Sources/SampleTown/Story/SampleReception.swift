import Casework

/// The repeating parts of 相談受付・申込票 as a browser sends them.
enum SampleReception {
  struct Member: Sendable {
    let name: String
    let age: String
    let relation: Relation
    var livesTogether = true
    var note = ""

    init(_ name: String, _ age: String, _ relation: Relation, apart: Bool = false, _ note: String = "") {
      self.name = name
      self.age = age
      self.relation = relation
      livesTogether = !apart
      self.note = note
    }
  }

  /// Rows the page shows at first.
  private static let shown = 4

  /// 「世帯の方」 An empty row still sends its ticked 同居.
  static func household(_ members: Member...) -> TypedForm {
    var form: TypedForm = [("household_size", String(members.filter(\.livesTogether).count + 1))]
    form.append(("household.rows", String(max(shown, members.count))))
    for (index, member) in members.enumerated() {
      let row = "household.\(index + 1)"
      form += [
        ("\(row).name", member.name), ("\(row).age", member.age), ("\(row).relation", member.relation.rawValue),
        ("\(row).note", member.note),
      ]
      if member.livesTogether { form.append(("\(row).lives_together", "1")) }
    }
    for empty in members.count..<max(shown, members.count) { form.append(("household.\(empty + 1).lives_together", "1")) }
    return form
  }

  /// 「困りごと」 Codes of C-01; the first is the ◎.
  static func concerns(_ codes: String...) -> TypedForm {
    codes.map { ("concerns", $0) } + codes.prefix(1).map { ("concerns.main", $0) }
  }

  /// 「申込み・同意」 on the day of the reception.
  static func consent(_ how: String, explainedBy name: String) -> TypedForm {
    [("consent_signature", how), ("consent_explained_by", name)]
  }
}
