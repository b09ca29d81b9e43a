/// Why a member of staff may see a case file (「閲覧の根拠」).
///
/// Source: users.md §4 item 1; issue "Access and audit from the first page". Each screen shows it as 「この情報を見られる理由」.
public enum Ground: String, CaseIterable, Sendable, Hashable, Codable {
  /// The agency took the consultation itself (自機関の受付).
  case ownRecord
  /// The agency accepted, wholly or in part, a referral of this case.
  case acceptedReferral
  /// The case was referred to 多機関協働, and the viewer's agency carries that programme.
  case multiReferral
  /// The case was referred to 多機関協働, and the viewer belongs to the town's programme section.
  case programmeSection
  /// The agency has a role in a confirmed plan of this case (役割分担).
  case planRole
  /// The agency stays with the household after 多機関協働 has closed (主担当).
  case mainSupporter
  /// One member of staff, for limited hours and with a reason that is looked at afterwards (緊急閲覧).
  case emergency

  /// The sentence shown to the viewer; `since` is when the ground began, in Japanese.
  public func sentence(agency: String, since: String) -> String {
    switch self {
    case .ownRecord: "\(agency)で相談を受け付けた事例のため（\(since)から）"
    case .acceptedReferral: "\(agency)がつなぎを受理した事例のため（\(since)から）"
    case .multiReferral: "多機関協働事業につながれた事例で、\(agency)が同事業を担うため（\(since)から）"
    case .programmeSection: "多機関協働事業につながれた事例で、\(agency)が市の事業担当課であるため（\(since)から）"
    case .planRole: "確定したプランで\(agency)が役割を担うため（\(since)から）"
    case .mainSupporter: "\(agency)がこの事例の主担当の機関であるため（\(since)から）"
    case .emergency: "緊急閲覧のため（\(since)から、時間を限って）。この閲覧は、担当の機関と監査担当に知らされ、あとで確認されます"
    }
  }
}

/// How far a ground reaches into the notes of other agencies (「閲覧の範囲」).
public enum Reach: String, CaseIterable, Sendable, Hashable, Codable {
  /// Everything the team shares.
  case team
  /// What was handed over in the referral, and what the own agency writes; used where the person's agreement is missing.
  ///
  /// Source: R-14, R-15 (earlier records keep their restricted visibility until released).
  case handedOver
}
