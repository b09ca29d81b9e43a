import Casework
import Foundation

extension Profile {
  /// Reads a profile; what later versions added may be missing.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    municipality = try values.decode(String.self, forKey: .municipality)
    code = try values.decode(String.self, forKey: .code)
    fields = try values.decode([String].self, forKey: .fields)
    areas = try values.decode([String].self, forKey: .areas)
    let names = try values.decode(Meetings.self, forKey: .meetings)
    meetings = names
    answerDays = try values.decode(Int.self, forKey: .answerDays)
    agencies = try values.decode([Agency].self, forKey: .agencies)
    meetingBodies = try values.decodeIfPresent([MeetingBody].self, forKey: .meetingBodies) ?? Profile.statutory(names)
    let usual = try UsualMeetingWords.national()
    referralChecklist = try values.decodeIfPresent([ReferralCriterion].self, forKey: .referralChecklist) ?? usual.referralChecklist
    pledges = try values.decodeIfPresent([Pledge].self, forKey: .pledges) ?? usual.pledges
    roleTemplates = try Profile.merged(values.decodeIfPresent([RoleTemplate].self, forKey: .roleTemplates) ?? [])
    retention = try values.decodeIfPresent([RetentionClass].self, forKey: .retention) ?? RetentionClass.usual
  }

  /// The two meetings of the law, under their local names.
  private static func statutory(_ names: Meetings) -> [MeetingBody] {
    [
      MeetingBody(key: "support", name: names.support, kind: .confidential, perYear: nil, members: nil, about: ""),
      MeetingBody(key: "planning", name: names.planning, kind: .planning, perYear: nil, members: nil, about: ""),
    ]
  }

  /// What is wrong with the meeting bodies and the checklist, or nothing.
  var meetingProblem: String? {
    if Set(meetingBodies.map(\.key)).count != meetingBodies.count { return "会議体のkeyが重なっています。" }
    for kind in [MeetingKind.confidential, .planning] where !meetingBodies.contains(where: { $0.kind == kind }) {
      return "\(kind.label)にあたる会議体がありません。"
    }
    if let body = meetingBodies.first(where: { $0.name.isEmpty }) { return "名称のない会議体（\(body.key)）があります。" }
    if let body = meetingBodies.first(where: { !(1...366).contains($0.perYear ?? 1) }) { return "\(body.name)の年間の回数は1〜366で指定してください。" }
    if let body = meetingBodies.first(where: { !MeetingLegalBasis.possible(for: $0.kind).contains($0.usualBasis) }) {
      return "\(body.name)の根拠「\(body.usualBasis.label)」は、\(body.kind.label)では使えません。"
    }
    let keys = Set(agencies.map(\.key))
    for body in meetingBodies {
      if let key = body.members?.first(where: { !keys.contains($0) }) { return "\(body.name)の構成員「\(key)」が機関の一覧にありません。" }
    }
    if Set(referralChecklist.map(\.key)).count != referralChecklist.count { return "つなぐ目安のkeyが重なっています。" }
    if pledges.isEmpty { return "支援会議の守秘の確認文がありません。" }
    return nil
  }
}

/// What holds where a profile says nothing of its own.
struct UsualMeetingWords: Codable {
  let pledges: [Pledge]
  let referralChecklist: [ReferralCriterion]

  static func national() throws -> UsualMeetingWords {
    try JSONDecoder().decode(UsualMeetingWords.self, from: Data(PackageResources.meeting_json))
  }
}
