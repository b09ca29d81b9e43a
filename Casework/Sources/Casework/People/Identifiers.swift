/// 「識別番号」 The number of one record of one kind, so that a case number can never be passed where a staff number is meant.
///
/// Positive; given out by the database.
public struct Identifier<Kind>: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  public let rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }

  public var description: String { String(rawValue) }
}

/// The kinds of record that are numbered. Nobody makes a value of these.
public enum Numbered {
  public enum Agency {}
  public enum Staff {}
  public enum Resident {}
  public enum Household {}
  public enum CaseFile {}
  public enum Consultation {}
  public enum Note {}
  public enum FollowUpTask {}
  public enum Attachment {}
  public enum Referral {}
  public enum Draft {}
  public enum Coordination {}
  public enum Consent {}
  public enum Assessment {}
  public enum InformationRequest {}
  public enum Plan {}
  public enum PlanReview {}
  public enum Meeting {}
  public enum MeetingItem {}
  public enum MeetingMember {}
  public enum HandBackItem {}
  public enum FollowUp {}
  public enum Protection {}
  public enum EmergencyAccess {}
  public enum GuestPass {}
  public enum MeetingPaper {}
  public enum Preparation {}
  public enum MeetingPack {}
  public enum Incident {}
  public enum Disclosure {}
  public enum Disposal {}
  public enum Transfer {}
  public enum Handover {}
  public enum AccessPattern {}
  public enum AccessAnswer {}
}

/// 「機関」の番号
public typealias AgencyID = Identifier<Numbered.Agency>
/// 「職員」の番号
public typealias StaffID = Identifier<Numbered.Staff>
/// 「住民(本人)」の番号
public typealias ResidentID = Identifier<Numbered.Resident>
/// 「世帯」の番号
public typealias HouseholdID = Identifier<Numbered.Household>
/// 「事例」の番号
public typealias CaseFileID = Identifier<Numbered.CaseFile>
/// 「相談受付」の番号
public typealias ConsultationID = Identifier<Numbered.Consultation>
/// 「支援経過」の番号
public typealias NoteID = Identifier<Numbered.Note>
/// 「やること」の番号
public typealias TaskID = Identifier<Numbered.FollowUpTask>
/// 「添付」の番号
public typealias AttachmentID = Identifier<Numbered.Attachment>
/// 「つなぎ」の番号
public typealias ReferralID = Identifier<Numbered.Referral>
/// 「書きかけ」の番号
public typealias DraftID = Identifier<Numbered.Draft>

/// 「多機関協働」の番号
public typealias CoordinationID = Identifier<Numbered.Coordination>
/// 「本人同意」の番号
public typealias ConsentID = Identifier<Numbered.Consent>
/// 「アセスメント」の番号
public typealias AssessmentID = Identifier<Numbered.Assessment>
/// 「情報提供の依頼」の番号
public typealias InformationRequestID = Identifier<Numbered.InformationRequest>
/// 「プラン」の番号
public typealias PlanID = Identifier<Numbered.Plan>
/// 「プラン評価」の番号
public typealias PlanReviewID = Identifier<Numbered.PlanReview>
/// 「会議」の番号
public typealias MeetingID = Identifier<Numbered.Meeting>
/// 「会議の議題」の番号
public typealias MeetingItemID = Identifier<Numbered.MeetingItem>
/// 「会議の構成員」の番号
public typealias MeetingMemberID = Identifier<Numbered.MeetingMember>
/// 「つなぎもどしの確認」の番号
public typealias HandBackItemID = Identifier<Numbered.HandBackItem>
/// 「フォローアップ」の番号
public typealias FollowUpID = Identifier<Numbered.FollowUp>
/// 「支援措置」の番号
public typealias ProtectionID = Identifier<Numbered.Protection>
/// 「緊急閲覧」の番号
public typealias EmergencyAccessID = Identifier<Numbered.EmergencyAccess>
/// 「外部の構成員の入場」の番号
public typealias GuestPassID = Identifier<Numbered.GuestPass>
/// 「会議資料」の番号
public typealias MeetingPaperID = Identifier<Numbered.MeetingPaper>
/// 「会議の準備の問いかけ」の番号
public typealias PreparationID = Identifier<Numbered.Preparation>
/// 「会議資料一式」の番号
public typealias MeetingPackID = Identifier<Numbered.MeetingPack>
/// 「漏えい等の記録」の番号
public typealias IncidentID = Identifier<Numbered.Incident>
/// 「本人開示」の番号
public typealias DisclosureID = Identifier<Numbered.Disclosure>
/// 「廃棄」の番号
public typealias DisposalID = Identifier<Numbered.Disposal>
/// 「異動」の番号
public typealias TransferID = Identifier<Numbered.Transfer>
/// 「引継ぎ」の番号
public typealias HandoverID = Identifier<Numbered.Handover>
/// 「ふだんと違う見方」の番号
public typealias AccessPatternID = Identifier<Numbered.AccessPattern>
/// 「本人への回答」の番号
public typealias AccessAnswerID = Identifier<Numbered.AccessAnswer>

/// 「対応した職員」 A member of staff and the agency he or she acts for: staff may belong to several.
public struct ActingStaff: Hashable, Sendable, Codable {
  public let staff: StaffID
  public let agency: AgencyID

  public init(staff: StaffID, agency: AgencyID) {
    self.staff = staff
    self.agency = agency
  }
}
