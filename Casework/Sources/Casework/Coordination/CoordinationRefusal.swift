/// 「多機関協働を進められない理由」 Each with the way out.
public enum CoordinationRefusal: Error, Hashable, Sendable {
  case notNow(CoordinationAct, CoordinationStage)
  /// The act belongs to another side.
  case otherSide(CoordinationAct)
  /// What has to be on record first, in the order of the table.
  case missing([CoordinationRequirement], CoordinationAct)

  /// The reason in Japanese.
  public var reason: String {
    switch self {
    case .notNow(let act, let stage): "いまは「\(stage.label)」の段階のため、「\(act.label)」ことはできません。"
    case .otherSide(let act): "「\(act.label)」のは\(Self.owners(of: act))です。"
    case .missing(let requirements, let act): "「\(act.label)」には、\(requirements.map(\.label).joined(separator: "・"))が足りません。"
    }
  }

  /// What to do instead, in Japanese.
  public var wayOut: String {
    switch self {
    case .notNow(let act, let stage): Self.wayOut(act, stage)
    case .otherSide(let act): "\(Self.owners(of: act))に連絡してください。"
    case .missing(let requirements, _): requirements.map(\.wayOut).joined()
    }
  }

  /// Reason and way out together.
  public var message: String { reason + wayOut }

  private static func owners(of act: CoordinationAct) -> String {
    let sides = Set(CoordinationTransition.table.filter { $0.act == act }.flatMap(\.sides))
    return CoordinationSide.allCases.filter(sides.contains).map(\.label).joined(separator: "か")
  }

  private static func wayOut(_ act: CoordinationAct, _ stage: CoordinationStage) -> String {
    if stage.isFinal { return "この多機関協働は終わっています。もう一度必要なときは、新しいつなぎで依頼してください。" }
    let from = CoordinationTransition.table.filter { $0.act == act }.reduce(into: Set<CoordinationStage>()) { $0.formUnion($1.from) }
    let steps = CoordinationSide.allCases.flatMap { side in Coordination.availableActs(stage, side: side) }
    let possible = CoordinationAct.allCases.filter(steps.contains).prefix(3).map { "「\($0.label)」" }
    let stages = CoordinationStage.allCases.filter(from.contains).prefix(3).map { "「\($0.label)」" }
    let when = stages.joined(separator: "・") + (from.count > 3 ? "など" : "")
    return "「\(act.label)」のは\(when)のときです。いまは\(possible.joined(separator: "・"))から選んでください。"
  }
}
