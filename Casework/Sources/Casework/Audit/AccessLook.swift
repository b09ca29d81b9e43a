/// 「事例を開いたこと」 One member of staff and one case on one day: what the office knows about the two, for the rules.
public struct AccessLook: Sendable {
  /// 「氏名」 of the member of staff and of the person of the case. Compared here, never shown.
  public let staffName: String
  public let residentName: String
  /// The charge of the case passed from this person to another before.
  public let chargeEnded: Bool
  /// No ground of the agency held any more.
  public let groundEnded: Bool
  /// One of the entries opened the case in an emergency.
  public let isEmergency: Bool
  public let count: Int
  public let entries: ClosedRange<Int>

  public init(
    staffName: String, residentName: String, chargeEnded: Bool, groundEnded: Bool, isEmergency: Bool, count: Int,
    entries: ClosedRange<Int>
  ) {
    self.staffName = staffName
    self.residentName = residentName
    self.chargeEnded = chargeEnded
    self.groundEnded = groundEnded
    self.isEmergency = isEmergency
    self.count = count
    self.entries = entries
  }

  /// What is offered for review.
  public var found: [FoundPattern] {
    var kinds: [AccessPatternKind] = []
    if FamilyName.isShared(staffName, residentName) { kinds.append(.ownSurname) }
    if chargeEnded || groundEnded { kinds.append(.afterEnd) }
    if isEmergency { kinds.append(.emergency) }
    return kinds.map { FoundPattern(kind: $0, count: count, entries: entries) }
  }
}

/// 「姓」 The family name within a name that is written with a space after it.
public enum FamilyName {
  /// The key under which 髙橋 = 高橋; nil where no space tells where the family name ends.
  public static func key(_ name: String) -> String? {
    let parts = name.split(whereSeparator: \.isWhitespace)
    guard parts.count > 1, let family = parts.first else { return nil }
    return NameKey.of(String(family))
  }

  /// Do two people bear the same family name? Where one of them is written without a space, it is enough that it begins with the other's.
  public static func isShared(_ one: String, _ other: String) -> Bool {
    switch (key(one), key(other)) {
    case (let one?, let other?): one == other
    case (let family?, nil): NameKey.of(other).hasPrefix(family)
    case (nil, let family?): NameKey.of(one).hasPrefix(family)
    case (nil, nil): false
    }
  }
}
