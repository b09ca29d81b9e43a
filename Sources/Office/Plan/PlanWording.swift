import Casework

/// Japanese for plans: headings, owners, and a plan as lines of text.
enum PlanWording {
  static let programmes = PlanProgramme.allCases.map { (code: $0.rawValue, label: $0.label) }
  static let kinds = ParticipationKind.allCases.map { (code: $0.rawValue, label: $0.label) }
  static let agreements = PlanAgreement.How.allCases.map { (code: $0.rawValue, label: $0.label) }

  /// 「本人」「家族（母）」「見本地域包括支援センター東（架空 花子）」
  static func owner(_ owner: ItemOwner?, _ names: [AgencyID: String]) -> String {
    switch owner {
    case nil: ""
    case .person: "本人"
    case .family(let name): name.isEmpty ? "家族" : "家族（\(name)）"
    case .agency(let agency, let person): named(names[agency] ?? "", person)
    }
  }

  static func named(_ agency: String, _ person: String) -> String { person.isEmpty ? agency : "\(agency)（\(person)）" }

  static func period(_ from: CivilDate?, _ until: CivilDate?) -> String {
    from == nil && until == nil ? "" : "\(from?.warekiShort ?? "")～\(until?.warekiShort ?? "")"
  }

  static func agreement(_ agreement: PlanAgreement) -> String {
    [agreement.on?.wareki, agreement.how?.label].compactMap { $0 }.joined(separator: "　")
  }

  /// A plan under its headings, for comparing two of them.
  static func lines(_ draft: PlanDraft, _ names: [AgencyID: String]) -> [(label: String, text: String)] {
    [
      ("作成日", draft.draftedOn?.wareki ?? ""), ("本人の希望（本人の言葉）", draft.goalWords), ("解決したい課題", draft.issues),
      ("長期の目標", draft.goalLong), ("短期の目標", draft.goalShort), ("支援の方向性", draft.policy),
      ("支援内容", draft.items.map { item($0, names) }.joined(separator: "\n")),
      ("役割分担", draft.roles.map { role($0, names) }.joined(separator: "\n")),
      ("アウトリーチ等事業", use(draft.use(.outreach), names)), ("参加支援事業", use(draft.use(.participation), names)),
      ("ほかの制度の利用", draft.otherServices), ("プランの期間", period(draft.from, draft.until)),
      ("モニタリング時期", draft.monitoring.map(\.warekiShort).joined(separator: "、")),
      ("本人の同意・利用申込", agreement(draft.agreement)), ("特記事項", draft.notes),
    ]
  }

  /// The headings under which two plans differ.
  static func changed(from before: PlanDraft, to after: PlanDraft) -> [String] {
    // Agencies are compared by number, so that a changed name of an agency is no change of the plan.
    let agencies = (before.agencies + after.agencies).map { ($0, "\($0)") }
    let names = Dictionary(agencies) { first, _ in first }
    return zip(lines(before, names), lines(after, names)).filter { $0.text != $1.text }.map(\.0.label)
  }

  static func role(_ share: RoleShare, _ names: [AgencyID: String]) -> String {
    let agency = share.agency.flatMap { names[$0] } ?? "（機関は未定）"
    return "\(share.isMain ? "【主担当】" : "")\(named(agency, share.person))：\(share.role)"
  }

  private static func item(_ item: PlanItem, _ names: [AgencyID: String]) -> String {
    let parts = [
      item.issue, item.goal, item.action, owner(item.owner, names), item.programme?.label ?? "", item.frequency,
      period(item.from, item.until), item.remarks,
    ]
    return "・" + parts.filter { !$0.isEmpty }.joined(separator: "／")
  }

  private static func use(_ use: ProgrammeUse?, _ names: [AgencyID: String]) -> String {
    guard let use else { return "" }
    let parts = [
      use.content, use.kinds.map(\.label).joined(separator: "・"), use.provider.flatMap { names[$0] } ?? "", use.place,
      period(use.from, use.until), use.beganOn.map { "先に始めた日 \($0.warekiShort)" } ?? "", use.beganReason,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "／")
  }
}

extension PlanDraft {
  /// Every agency it names, in any place.
  var agencies: [AgencyID] {
    items.compactMap { if case .agency(let agency, _) = $0.owner { agency } else { nil } } + roles.compactMap(\.agency)
      + uses.compactMap(\.provider)
  }
}
