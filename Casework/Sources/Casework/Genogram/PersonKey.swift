/// 「図の中の人」の番号 Who somebody is in a drawing. Stable: hand corrections and hiding go by it.
///
/// A resident of the product has `resident(…)`; somebody only told of (「父は不明」) gets a key of the drawing's own.
public struct PersonKey: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static func resident(_ id: ResidentID) -> PersonKey { PersonKey(rawValue: "resident-\(id)") }

  /// Shorter first, so that 9 comes before 10.
  public static func < (a: PersonKey, b: PersonKey) -> Bool {
    (a.rawValue.utf8.count, a.rawValue) < (b.rawValue.utf8.count, b.rawValue)
  }
}
