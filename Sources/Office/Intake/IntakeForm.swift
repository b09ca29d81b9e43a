import Casework
import HTML

/// The questions a reception asks on one screen (「受付の様式」).
///
/// What is asked, in which words and order comes from the versioned ``FormDefinition``. Two things are settled here: a form that is
/// mostly a hand-over (つなぐシート) borrows from form 1-1 what every reception needs, and sections that another capability fills in are left out.
struct IntakeForm: Sendable {
  let definition: FormDefinition
  let sections: [FormSection]
  /// The field in which troubles are marked with ○ and ◎.
  let ranked: FormField

  /// Form 1-1 (様式1-1).
  static let application = "consultation"
  /// Form 1-1 without consent (reference §5.2).
  static let withoutConsent = "consultation-no-consent"
  /// 「つなぐシート」 (reference §5.7).
  static let sheet = "tsunagu-sheet"
  static let all = [application, withoutConsent, sheet]

  /// Nil when the office has no such form for receptions.
  init?(_ catalogue: FormCatalogue, id: String, on date: CivilDate) {
    guard IntakeForm.all.contains(id), let definition = catalogue.definition(id: id, on: date) else { return nil }
    self.init(catalogue, definition, on: date)
  }

  /// The form a recorded consultation was taken on.
  init?(_ catalogue: FormCatalogue, id: String, version: Int, on date: CivilDate) {
    guard let definition = catalogue.definition(id: id, version: version) else { return nil }
    self.init(catalogue, definition, on: date)
  }

  private init?(_ catalogue: FormCatalogue, _ definition: FormDefinition, on date: CivilDate) {
    self.definition = definition
    let base = catalogue.definition(id: IntakeForm.application, on: date)
    let sections = IntakeForm.complete(definition, from: base)
    let fields = sections.flatMap(\.fields)
    let ranked =
      fields.first { if case .rankedConcerns = $0.kind { true } else { false } } ?? fields.first { $0.id == IntakeField.troubles }
    guard let ranked else { return nil }
    self.sections = sections
    self.ranked = ranked
  }

  var fields: [FormField] { sections.flatMap(\.fields) }
  var asksConsent: Bool { definition.field(IntakeField.consentOn) != nil }
  var isWithoutConsent: Bool { definition.id == IntakeForm.withoutConsent }

  /// Which wording of 申込み・同意 was shown: the wording is part of the form's version.
  var consentTextVersion: String { "\(definition.id) 第\(definition.version)版" }

  func label(_ field: String) -> String { fields.first { $0.id == field }?.label ?? IntakeField.correctionReasonLabel }
}

extension IntakeForm {
  /// The questions of a reception as a screen.
  func questions(
    _ form: FormView, lists: FormCatalogue, settled: [String: String], agencies: [(code: String, label: String)], today: CivilDate
  ) -> QuestionPart {
    QuestionPart(
      form: form, sections: sections, lists: lists, agencies: agencies, today: today, moreAt: "/consultations/new", marked: [ranked.id],
      needed: IntakeField.needed, settled: settled, wordless: [IntakeField.consentSignature],
      notices: Dictionary(
        sections.filter { $0.fields.contains { $0.id == IntakeField.consentOn } }.map { ($0.id, IntakeForm.undecided) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// What the boxes show for answers on record.
  func typed(_ answers: Answers) -> Fields {
    var written = AnswerFields(answers, fields: fields).fields
    written.set("form", definition.id)
    if let main = answers[IntakeField.mainTrouble]?.text { written.set("\(ranked.id).main", main) }
    return written
  }

  private static let undecided: HTML =
    "<p class=\"help\">同意をまだ聞いていないときは、この欄を空けたまま記録できます（未定）。あとから訂正で記入できます。</p>"

  private static func complete(_ definition: FormDefinition, from base: FormDefinition?) -> [FormSection] {
    let own = definition.sections.filter { section in
      section.fields.allSatisfy { !$0.typed || IntakeField.known.contains($0.id) }
    }
    let asked = Set(own.flatMap(\.fields).map(\.id))
    let reception = base?.sections.first { $0.fields.contains { $0.id == IntakeField.receivedOn } }
    let caller = base?.sections.first { $0.fields.contains { $0.id == IntakeField.callerRelation } }
    var sections: [FormSection] = []
    if !asked.contains(IntakeField.receivedOn), let reception { sections.append(reception) }
    for section in own {
      let isPerson = section.fields.contains { $0.id == IntakeField.name }
      sections.append(isPerson ? withAnonymity(section, asked: asked, from: base) : section)
      if isPerson, !asked.contains(IntakeField.callerRelation), let caller { sections.append(caller) }
    }
    return sections.map(withProxy)
  }

  /// Anyone may stay nameless on any form.
  private static func withAnonymity(_ section: FormSection, asked: Set<String>, from base: FormDefinition?) -> FormSection {
    let missing = [IntakeField.anonymous, IntakeField.description].filter { !asked.contains($0) }.compactMap { base?.field($0) }
    guard let place = section.fields.firstIndex(where: { $0.id == IntakeField.name }) else { return section }
    var fields = section.fields
    fields.insert(contentsOf: missing, at: place + 1)
    return FormSection(id: section.id, title: section.title, help: section.help, fields: fields)
  }

  /// A signature by proxy needs the writer and the reason, each in its own box.
  private static func withProxy(_ section: FormSection) -> FormSection {
    guard let place = section.fields.firstIndex(where: { $0.id == IntakeField.consentSignature }) else { return section }
    var fields = section.fields
    fields.insert(
      contentsOf: [
        FormField(id: IntakeField.proxyWriter, label: "代筆者の氏名", kind: .text, help: "代筆のときだけ入れます。", typed: true),
        FormField(id: IntakeField.proxyReason, label: "代筆の理由", kind: .text, help: "代筆のときだけ入れます。", typed: true),
      ], at: place + 1)
    return FormSection(id: section.id, title: section.title, help: section.help, fields: fields)
  }
}

/// The ids under which the forms carry what rules of reception depend on.
enum IntakeField {
  static let receivedOn = "received_on"
  static let receivedAt = "received_at"
  static let receivedBy = "received_by"
  static let receivingOrg = "receiving_org"
  static let channel = "channel"
  static let nameKana = "name_kana"
  static let name = "name"
  static let anonymous = "anonymous"
  static let description = "description"
  static let sex = "sex"
  static let birthDate = "birth_date"
  static let address = "address"
  static let noFixedAddress = "no_fixed_address"
  static let phoneHome = "phone_home"
  static let phoneMobile = "phone_mobile"
  static let email = "email"
  static let callerRelation = "caller_relation"
  static let callerFamilyRelation = "caller_family_relation"
  static let callerName = "caller_name"
  static let callerPhone = "caller_phone"
  static let concerns = Concerns.field
  /// The marks of つなぐシート, a list of its own (C-01b).
  static let troubles = "troubles"
  /// The ◎ of that list, in its own code.
  static let mainTrouble = "troubles.main"
  static let concernText = "concern_text"
  static let wish = "wish"
  static let urgency = "urgency"
  static let consentTextVersion = "consent_text_version"
  static let consentOn = "consent_on"
  static let consentSignature = "consent_signature"
  static let proxyWriter = "consent_proxy_writer"
  static let proxyReason = "consent_proxy_reason"
  static let consentExplainedBy = "consent_explained_by"
  static let consentExclusions = "consent_exclusions"
  static let noConsentReason = "no_consent_reason"
  static let infoSource = "info_source"
  static let consentOutlook = "consent_outlook"
  static let requestSupportMeeting = "request_support_meeting"
  static let disclosureRisk = "disclosure_risk"
  static let referrerOrg = "referrer_org"
  static let referrerPerson = "referrer_person"
  static let household = "household"
  /// Asked beside the form when a consultation is corrected.
  static let correctionReason = "correction_reason"
  static let correctionReasonLabel = "訂正の理由"

  static let known: Set<String> = [
    receivedOn, receivedAt, receivedBy, receivingOrg, channel, nameKana, name, anonymous, description, sex, birthDate, address,
    noFixedAddress, phoneHome, phoneMobile, email, callerRelation, callerFamilyRelation, callerName, callerPhone, concerns, concernText,
    urgency, consentTextVersion, consentOn, consentSignature, proxyWriter, proxyReason, consentExplainedBy, consentExclusions,
    noConsentReason, infoSource, consentOutlook, requestSupportMeeting, disclosureRisk, referrerOrg, referrerPerson, "referral_reason",
    "explained_on", "explained_by",
  ]

  /// Shown as facts, never asked: the office knows them.
  static let settled: Set<String> = [receivedBy, receivingOrg, consentTextVersion]

  /// Without these the rules of reception refuse the record; everything else may stay empty.
  static let needed: Set<String> = [callerRelation, concerns, troubles, noConsentReason, infoSource]
}
