/// 「二人の間柄」 What joins a couple, or joined it. Raw values are stored.
///
/// Source: reference §11.2. `unspecified`: two people have a child together, and nobody has said more.
public enum UnionKind: String, CaseIterable, Sendable, Hashable, Codable {
  case marriage, commonLaw, engagement, separation, divorce, endedCohabitation, unspecified

  public var label: String {
    switch self {
    case .marriage: "結婚"
    case .commonLaw: "内縁・同棲"
    case .engagement: "婚約"
    case .separation: "別居（婚姻中）"
    case .divorce: "離婚"
    case .endedCohabitation: "内縁・同棲の解消"
    case .unspecified: "間柄は聞いていない"
    }
  }

  /// It is over, and a child may hang on one side of it.
  public var isEnded: Bool {
    switch self {
    case .divorce, .endedCohabitation, .separation: true
    case .marriage, .commonLaw, .engagement, .unspecified: false
    }
  }
}

/// 「夫婦・内縁などの二人」 A couple of a genogram, of now or of earlier.
///
/// Source: reference §11.2, §11.4 (`unions[] (a,b,type,from,to)`).
public struct GenogramUnion: Hashable, Sendable, Codable {
  public var a: PersonKey
  public var b: PersonKey
  public var kind: UnionKind
  public var from: PartialDate
  /// When it ended; unknown also for one that goes on.
  public var to: PartialDate

  public init(_ a: PersonKey, _ b: PersonKey, _ kind: UnionKind = .marriage, from: PartialDate = .unknown, to: PartialDate = .unknown) {
    self.a = a
    self.b = b
    self.kind = kind
    self.from = from
    self.to = to
  }

  func has(_ key: PersonKey) -> Bool { a == key || b == key }
  func isOf(_ x: PersonKey, _ y: PersonKey) -> Bool { (a == x && b == y) || (a == y && b == x) }
}

/// 「親子の別」 Raw values are stored. Source: reference §11.2 (adopted dashed with brackets, foster and guardian dotted).
public enum ParentageKind: String, CaseIterable, Sendable, Hashable, Codable {
  case birth, adopted, foster, guardian

  public var label: String {
    switch self {
    case .birth: "実の親子"
    case .adopted: "養子"
    case .foster: "里子"
    case .guardian: "後見・養育"
    }
  }
}

/// 「双子の別」 Raw values are stored. Source: reference §11.2 (identical: joined by a bar).
public enum TwinKind: String, CaseIterable, Sendable, Hashable, Codable {
  case identical, fraternal, unspecified

  public var label: String {
    switch self {
    case .identical: "一卵性の双子"
    case .fraternal: "二卵性の双子"
    case .unspecified: "双子"
    }
  }
}

/// 「親子」 Whose child somebody is, and how. A person may have several: born to one couple, fostered by another.
///
/// Source: reference §11.2, §11.4 (`parentage[] (child, union|parent, type)`).
public struct Parentage: Hashable, Sendable, Codable {
  public var child: PersonKey
  /// One or two. One: of the other nothing is said.
  public var parents: [PersonKey]
  public var kind: ParentageKind
  /// 「親権」 The parent with custody after a parting, one of `parents`; nil: shared, or not known.
  public var custody: PersonKey?
  /// Children of the same parents with the same number were born together.
  public var twins: Int?
  public var twinKind: TwinKind

  public init(
    _ child: PersonKey, of parents: [PersonKey], _ kind: ParentageKind = .birth, custody: PersonKey? = nil, twins: Int? = nil,
    twinKind: TwinKind = .unspecified
  ) {
    self.child = child
    self.parents = parents
    self.kind = kind
    self.custody = custody
    self.twins = twins
    self.twinKind = twinKind
  }
}

/// 「きょうだい（父母は聞いていない）」 Two people are known to be siblings, and their parents are not: a dashed bracket between (reference §11.2).
public struct SiblingBond: Hashable, Sendable, Codable {
  public var a: PersonKey
  public var b: PersonKey

  public init(_ a: PersonKey, _ b: PersonKey) {
    self.a = a
    self.b = b
  }
}
