import Casework

/// 「自治体プロファイル」 What an office of one municipality starts with. Everything in it can be changed on screen afterwards.
///
/// Source: reference §1.4 (delivery mode per programme with dates), §1.5 (local names), §6 (C-03, C-16).
public struct Profile: Sendable, Codable {
  /// The name for `tsunagi init --profile`.
  public let name: String
  /// 「美作市」
  public let municipality: String
  /// 全国地方公共団体コード, six digits with a right check digit.
  public let code: String
  /// Fields by code list C-16, in the order of the plan.
  public let fields: [String]
  /// 圏域・地域ステーション; the whole town when the plan names none.
  public let areas: [String]
  public let meetings: Meetings
  /// Days until an answer to a つなぎ is due, 1–90.
  public let answerDays: Int
  public let agencies: [Agency]
  /// 会議体, with how often a year they meet; from `meetings` where the profile names none.
  public let meetingBodies: [MeetingBody]
  /// 多機関協働へつなぐ目安; the usual one where the profile has none of its own. Never a bar.
  public let referralChecklist: [ReferralCriterion]
  /// 守秘の確認文 of a 支援会議, by the day from which it holds.
  public let pledges: [Pledge]
  /// 役割のひな形 by job: the municipality's own in place of the national ones of the same key, then what it has besides.
  public let roleTemplates: [RoleTemplate]

  /// 保存区分 of each kind of record; the usual ones where the profile has none of its own.
  public let retention: [RetentionClass]

  enum CodingKeys: String, CodingKey {
    case name, municipality, code, fields, areas, meetings, answerDays, agencies, meetingBodies, referralChecklist, pledges, retention,
      roleTemplates
  }

  /// 「会議の呼び名」 Local names of the two statutory meetings (reference §1.5).
  public struct Meetings: Sendable, Codable {
    /// 支援会議 (法106条の6)
    public let support: String
    /// 重層的支援会議
    public let planning: String
  }

  /// 「機関」 An agency named in the plan.
  public struct Agency: Sendable, Codable {
    /// A short handle, unique in the profile.
    public let key: String
    public let name: String
    public let kana: String
    /// By code list C-03.
    public let kind: String
    /// By code list C-16.
    public let fields: [String]
    public let areas: [String]
    /// What it does, for the directory.
    public let about: String
    /// 設置数; nil when the plan gives none. The single sites are entered on screen.
    public let sites: Int?
    public let takesReferrals: Bool
    public let isProgrammeSection: Bool
    public let programmes: [Programme]
  }

  /// 「担う事業」
  public struct Programme: Sendable, Codable {
    public let programme: ProgrammeKind
    public let delivery: Delivery
    public let from: CivilDate
    /// Required by ``CarriedProgramme/needsReason``; may be empty otherwise.
    public let reason: String?
  }
}

/// 「プロファイルの誤り」 Why a profile cannot be used, in a sentence.
public struct ProfileProblem: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
