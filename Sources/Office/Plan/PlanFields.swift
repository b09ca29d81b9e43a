import Casework

/// A plan on record → what the boxes of its form show (「入力欄への書き戻し」). The other way round of ``PlanInput``.
struct PlanFields: Sendable {
  private(set) var fields = Fields()

  init(_ draft: PlanDraft, version: Int) {
    put([
      ("version", String(version)), ("drafted_on", shown(draft.draftedOn)), ("issues", draft.issues), ("goal_words", draft.goalWords),
      ("goal_long", draft.goalLong), ("goal_short", draft.goalShort), ("policy", draft.policy),
      ("other_services", draft.otherServices), ("period_from", shown(draft.from)), ("period_to", shown(draft.until)),
      ("agreed_on", shown(draft.agreement.on)), ("agreed_how", draft.agreement.how?.rawValue ?? ""), ("notes", draft.notes),
      ("item.rows", String(max(2, draft.items.count))), ("role.rows", String(max(3, draft.roles.count))),
      ("monitor.rows", String(max(2, draft.monitoring.count))),
      ("main", draft.roles.firstIndex(where: \.isMain).map { String($0 + 1) } ?? ""),
    ])
    for (index, item) in draft.items.enumerated() { put(item, "item.\(index + 1)") }
    for (index, share) in draft.roles.enumerated() {
      let name = "role.\(index + 1)"
      put([("\(name).agency", share.agency.map { "\($0)" } ?? ""), ("\(name).person", share.person), ("\(name).role", share.role)])
    }
    for use in draft.uses { put(use) }
    for (index, day) in draft.monitoring.enumerated() { put([("monitor.\(index + 1)", day.warekiShort)]) }
  }

  private mutating func put(_ pairs: [(String, String)]) { for (name, value) in pairs { fields.append(name, value) } }

  private mutating func put(_ item: PlanItem, _ name: String) {
    let owner: (code: String, name: String) =
      switch item.owner {
      case nil: ("", "")
      case .person: ("person", "")
      case .family(let who): ("family", who)
      case .agency(let agency, let person): ("\(agency)", person)
      }
    put([
      ("\(name).issue", item.issue), ("\(name).goal", item.goal), ("\(name).action", item.action), ("\(name).owner", owner.code),
      ("\(name).owner_name", owner.name), ("\(name).programme", item.programme?.rawValue ?? ""), ("\(name).frequency", item.frequency),
      ("\(name).from", shown(item.from)), ("\(name).until", shown(item.until)), ("\(name).remarks", item.remarks),
    ])
  }

  private mutating func put(_ use: ProgrammeUse) {
    let name = "use.\(use.programme.rawValue)"
    put([
      (name, "1"), ("\(name).content", use.content), ("\(name).provider", use.provider.map { "\($0)" } ?? ""), ("\(name).place", use.place),
      ("\(name).from", shown(use.from)), ("\(name).until", shown(use.until)), ("\(name).began_on", shown(use.beganOn)),
      ("\(name).began_reason", use.beganReason),
    ])
    put(use.kinds.map { ("\(name).kind", $0.rawValue) })
  }

  private func shown(_ day: CivilDate?) -> String { day?.warekiShort ?? "" }
}

extension PlanFields {
  /// A form as it was typed, with what a meeting settled in blank rows of it; nothing that stands in it is changed.
  static func adding(_ additions: PlanAdditions, to typed: Fields) -> Fields {
    var fields = typed
    for share in additions.roles {
      let row = blankRow(&fields, "role", [".agency", ".person", ".role"])
      fields.set("\(row).agency", share.agency.map { "\($0)" } ?? "")
      fields.set("\(row).person", share.person)
      fields.set("\(row).role", share.role)
    }
    for day in additions.monitoring { fields.set(blankRow(&fields, "monitor", [""]), day.warekiShort) }
    if !additions.notes.isEmpty {
      fields.set("notes", ([fields["notes"]] + additions.notes).filter { !$0.trimmed.isEmpty }.joined(separator: "\n"))
    }
    return fields
  }

  /// The first row of a kind into which nothing was typed, or one more.
  private static func blankRow(_ fields: inout Fields, _ kind: String, _ boxes: [String]) -> String {
    let rows = PlanInput.rows(fields, kind)
    let blank = (1...(rows + 1)).first { row in
      !(kind == "role" && fields["main"] == String(row)) && boxes.allSatisfy { fields.trimmed("\(kind).\(row)\($0)").isEmpty }
    }
    let row = blank ?? rows + 1
    fields.set("\(kind).rows", String(max(rows, row)))
    return "\(kind).\(row)"
  }
}
