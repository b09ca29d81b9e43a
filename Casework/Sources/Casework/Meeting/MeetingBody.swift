/// 「会議体」 A meeting as a municipality knows it: its name, what it is in law, how often it comes together.
///
/// Source: reference §1.5 (local names), §4.1, §4.5.
public struct MeetingBody: Sendable, Codable, Hashable {
  /// A short handle, unique in the profile; stored with every meeting.
  public let key: String
  public let name: String
  public let kind: MeetingKind
  /// Times a fiscal year; nil when it comes together as needed.
  public let perYear: Int?
  /// Agencies that are always called, by the profile's keys.
  public let members: [String]?
  public let about: String
  /// The law that its items rest on unless another is chosen; nil for the usual one of its kind. Neighbouring statutory meetings name theirs.
  public let basis: MeetingLegalBasis?

  public init(
    key: String, name: String, kind: MeetingKind, perYear: Int?, members: [String]?, about: String, basis: MeetingLegalBasis? = nil
  ) {
    self.key = key
    self.name = name
    self.kind = kind
    self.perYear = perYear
    self.members = members
    self.about = about
    self.basis = basis
  }

  /// What an item of it rests on when nothing else is chosen.
  public var usualBasis: MeetingLegalBasis { basis ?? MeetingLegalBasis.possible(for: kind).first ?? .consent }
}

/// 「多機関協働へつなぐ目安」 One criterion of the municipality with an example. Helps to decide, never bars (reference §3.1 [I]).
public struct ReferralCriterion: Sendable, Codable, Hashable {
  public let key: String
  public let label: String
  public let example: String
}
