import Casework

/// What every page of a signed-in person carries: who they are, where they can go, the token of their forms (「画面の枠」).
public struct Chrome: Sendable {
  let staffName: String
  let agencyName: String
  let roles: Set<Role>
  let formToken: String
  let isSample: Bool
  /// Something about the person's sign-ins has not been looked at yet.
  let hasNotice: Bool

  init(desk: Desk) {
    staffName = desk.staff.name
    agencyName = desk.staff.agencyName
    roles = desk.staff.roles
    formToken = desk.visit.request.cookie.map { SessionToken(text: $0).formToken } ?? ""
    hasNotice = desk.staff.hasNotice
    isSample = !desk.visit.office.settings.demoSignIns.isEmpty
  }

  /// The places in the menu that this person may enter, in a fixed order.
  var places: [(title: String, path: String)] {
    entered(Chrome.menu)
  }

  /// Places that are entered now and then, behind 「そのほか」.
  var furtherPlaces: [(title: String, path: String)] { entered(Chrome.further) }

  private func entered(_ places: [(title: String, path: String, act: Act)]) -> [(title: String, path: String)] {
    places.filter { Access.verdict($0.act, roles: roles) == .allowed }.map { ($0.title, $0.path) }
  }

  private static let menu: [(title: String, path: String, act: Act)] = [
    ("ホーム", "/", .seeHome),
    ("相談を受ける", "/consultations/new", .recordConsultation),
    ("相談受付", "/consultations", .seeConsultations),
    ("事例", "/cases", .seeCases),
    ("つなぎ", "/referrals", .seeReferrals),
    ("多機関協働", "/coordinations", .seeCoordinations),
    ("支援決定", "/decisions", .seeDecisions),
    ("会議", "/meetings", .seeMeetings),
    ("やること", "/tasks", .seeTasks),
    ("係の記録", "/section", .seeSection),
    ("機関", "/agencies", .seeAgencies),
    ("検索", "/search", .search),
    ("職員", "/staff", .seeStaff),
    ("監査記録", "/audit", .seeAudit),
  ]

  private static let further: [(title: String, path: String, act: Act)] = [
    ("会議の準備", "/preparations", .seePreparation),
    ("引継ぎ", "/handovers", .seeHandovers),
    ("異動", "/transfers", .planTransfer),
    ("手書き用の用紙", "/blanks", .printPaper),
    ("支援措置", "/protections", .seeProtections),
    ("緊急閲覧", "/emergency", .openEmergency),
    ("緊急閲覧の確認", "/emergencies", .seeEmergencies),
    ("本人開示", "/disclosures", .seeDisclosures),
    ("保存と廃棄", "/retention", .seeRetention),
    ("漏えい等の記録", "/incidents", .seeIncidents),
    ("サインインの一覧", "/staff/sessions", .seeSessions),
  ]
}

extension Desk {
  public var chrome: Chrome { Chrome(desk: self) }
}
