/// 「エコマップの変化」 What is different between two dated versions: so that change becomes visible (reference §11.4: before and after a plan).
public enum EcomapChange: Hashable, Sendable {
  case systemAdded(EcoSystem)
  case systemGone(EcoSystem)
  case systemChanged(from: EcoSystem, to: EcoSystem)
  case linkAdded(EcoLink)
  case linkGone(EcoLink)
  case linkChanged(from: EcoLink, to: EcoLink)
}

/// 「二つの版の違い」 Earlier and later version with what changed, in the order of the later one. Hide in both versions before.
public struct EcomapDifference: Hashable, Sendable {
  public let earlier: Ecomap
  public let later: Ecomap
  public let changes: [EcomapChange]

  public init(from earlier: Ecomap, to later: Ecomap) {
    self.earlier = earlier
    self.later = later
    var changes: [EcomapChange] = []
    for system in later.systems {
      guard let before = earlier[system.key] else {
        changes.append(.systemAdded(system))
        continue
      }
      if before != system { changes.append(.systemChanged(from: before, to: system)) }
    }
    for system in earlier.systems where later[system.key] == nil { changes.append(.systemGone(system)) }
    // A line of a system that came or went goes without saying.
    func stays(_ link: EcoLink) -> Bool {
      [link.from, link.to].compactMap { $0 }.allSatisfy { earlier[$0] != nil && later[$0] != nil }
    }
    for link in later.links where stays(link) {
      guard let before = earlier.links.first(where: { $0.joins == link.joins }) else {
        changes.append(.linkAdded(link))
        continue
      }
      if before != link { changes.append(.linkChanged(from: before, to: link)) }
    }
    for link in earlier.links where stays(link) && !later.links.contains(where: { $0.joins == link.joins }) {
      changes.append(.linkGone(link))
    }
    self.changes = changes
  }

  /// 「架空診療所とのつながりができた」 One sentence for each change.
  public var sentences: [String] {
    changes.map { change in
      switch change {
      case .systemAdded(let system): "「\(system.label)」が加わった（\(system.closeness.label)）。"
      case .systemGone(let system): "「\(system.label)」がなくなった。"
      case .systemChanged(let before, let after): "「\(before.label)」が変わった：\(Self.words(before, after))。"
      case .linkAdded(let link): "\(ends(link))の間に線ができた（\(link.kind.label)）。"
      case .linkGone(let link): "\(ends(link))の間の線がなくなった。"
      case .linkChanged(let before, let after): "\(ends(after))の間が変わった：\(Self.words(before, after))。"
      }
    }
  }

  private func ends(_ link: EcoLink) -> String {
    let words = EcomapWords(map: later)
    return "\(words.from(link))と\(words.name(link.to))"
  }

  private static func words(_ a: EcoSystem, _ b: EcoSystem) -> String {
    var words: [String] = []
    if a.label != b.label { words.append("名前が「\(b.label)」に") }
    if a.kind != b.kind { words.append("\(a.kind.label)から\(b.kind.label)に") }
    if a.closeness != b.closeness { words.append("「\(a.closeness.label)」から「\(b.closeness.label)」に") }
    return words.isEmpty ? "記録の中身" : words.joined(separator: "、")
  }

  private static func words(_ a: EcoLink, _ b: EcoLink) -> String {
    var words: [String] = []
    if a.kind != b.kind { words.append("「\(a.kind.label)」から「\(b.kind.label)」に") }
    if a.flow != b.flow { words.append("「\(a.flow.label)」から「\(b.flow.label)」に") }
    if a.words != b.words { words.append("内容が「\(b.words ?? "なし")」に") }
    return words.isEmpty ? "線の向き" : words.joined(separator: "、")
  }
}
