import Casework

/// What a browser sends for a consent → ``GivenConsent``, or the fields that are wrong.
struct ConsentInput: Sendable {
  let consent: GivenConsent
  /// Nothing for 本人.
  let member: ResidentID?
  /// An existing file of the case that is the paper.
  let paper: AttachmentID?
  let appliesNow: Bool
  let problems: [FieldProblem]

  init(_ form: Fields, offer: ConsentOffer, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    var consent = GivenConsent()
    consent.isApplication = form.isOn("is_application") && form["person"].isEmpty
    consent.scope = ConsentScope(rawValue: form["scope"]) ?? .team
    consent.named = consent.scope == .named ? ConsentInput.agencies(form.all("named"), offer) : []
    consent.excluded = ConsentInput.agencies(form.all("excluded"), offer)
    consent.matters = form.trimmed("matters")
    consent.exclusions = form.trimmed("exclusions")
    consent.how = ConsentInput.how(form)
    consent.on = reader.day("given_on")
    consent.until = reader.day("until_on")
    consent.explainedOn = reader.day("explained_on")
    consent.explainedBy = form.trimmed("explained_by")
    consent.rulesVersion = form.trimmed("rules_version")
    consent.releasesEarlier = form.isOn("releases_earlier")
    if !offer.people.contains(where: { $0.code == form["person"] }) {
      reader.problems.append(FieldProblem("person", "だれの同意かを一覧から選んでください。"))
    }
    let paper = offer.papers.first { $0.code == form["paper"] }?.code
    if paper == nil, !form["paper"].isEmpty { reader.problems.append(FieldProblem("paper", "同意書の画像を一覧から選び直してください。")) }
    let unread = Set(reader.problems.map(\.fieldID))
    let ruled = consent.problems(on: today).filter { !unread.contains($0.fieldID) }
    let numbers = form.individualNumbers { ConsentInput.labels[$0] }
    problems = (reader.problems + ruled + numbers).sorted { ConsentInput.place($0) < ConsentInput.place($1) }
    self.consent = consent
    self.paper = paper.flatMap { Int($0).map { AttachmentID($0) } }
    member = Int(form["person"]).map { ResidentID($0) }
    appliesNow = form.isOn("apply_now")
  }

  private static func how(_ form: Fields) -> ConsentForm? {
    switch form["how"] {
    case "signature": .signature
    case "oral": .oral
    case "proxy": .proxy(writer: form.trimmed("proxy_writer"), reason: form.trimmed("proxy_reason"))
    default: nil
    }
  }

  private static func agencies(_ codes: [String], _ offer: ConsentOffer) -> Set<AgencyID> {
    Set(codes.filter { code in offer.agencies.contains { $0.code == code } }.compactMap { Int($0).map { AgencyID($0) } })
  }

  private static let order = [
    "person", "explained_on", "explained_by", "rules_version", "given_on", "until_on", "how", "proxy_writer", "proxy_reason", "scope",
    "named", "matters", "excluded", "exclusions", "paper", "file",
  ]
  private static let labels = ["matters": "共有する事項", "exclusions": "共有を望まない事項", "proxy_reason": "代筆の理由", "words": "申出の内容"]

  private static func place(_ problem: FieldProblem) -> Int { order.firstIndex(of: problem.fieldID) ?? order.count }

  /// A day and words: asked, refused, withdrawn.
  static func event(_ form: Fields, today: CivilDate, by staff: StaffMember) throws(FieldErrors) -> (on: CivilDate, words: String) {
    var reader = FieldReader(form: form, today: today)
    let day = form.trimmed("on").isEmpty ? today : reader.past("on", "日付")
    let problems = reader.problems + form.individualNumbers { labels[$0] }
    guard problems.isEmpty, let day else { throw FieldErrors(problems, staff: staff) }
    return (day, form.trimmed("words"))
  }
}
