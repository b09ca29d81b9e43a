import Casework
import Store

/// What is kept back from one viewer in one case, because somebody in it is protected (「伏せるもの」).
struct KeptBack: Sendable {
  /// Words that must not be in any answer: see ``Veil``.
  var terms: [String] = []
  /// Somebody is masked or hidden from the viewer.
  var masksSomebody = false
  /// Somebody of the household must not be known of, so that nobody's kinship is told beside a record.
  var hidesSomebody = false
  /// The viewer is cleared and sees somebody protected whole, so that he or she is told what not to write.
  var tellsWriters = false
  /// The case is the own one of somebody masked: also who helps is kept back.
  var masksPrincipal = false
  /// The agencies that help, which are not named to the viewer.
  var agencies: Set<AgencyID> = []

  /// An address and its spellings, telephone numbers with and without hyphens.
  static func contacts(_ texts: some Sequence<String>) -> [String] {
    texts.flatMap { text -> [String] in
      let digits = text.filter { $0.isNumber && $0.isASCII }
      let isNumber = text.allSatisfy { $0.isNumber || "-()（）－‐ー– 　".contains($0) }
      if isNumber { return digits.count < 6 ? [] : [text, digits] }
      return text.count < 4 ? [] : [text, JapaneseText.folded(text), text.filter { !$0.isWhitespace }]
    }.filter { !$0.isEmpty }
  }

  /// A name as it is written, without the space, in both kana; and the given name alone, unless somebody who is shown bears it too.
  static func names(_ texts: some Sequence<String>, besides shown: [String]) -> [String] {
    texts.flatMap { text -> [String] in
      let parts = text.split { $0 == " " || $0 == "　" }.map(String.init)
      var forms = parts.count > 1 ? [text, parts.joined(), parts.joined(separator: " "), parts.joined(separator: "　")] : [text]
      if parts.count > 1, let given = parts.last, given.count > 1 { forms.append(given) }
      return forms.flatMap { [$0, otherKana($0)] }
    }.filter { form in form.count > 1 && !shown.contains { $0.contains(form) } }
  }

  /// ひらがな as カタカナ and the other way round.
  private static func otherKana(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x3041...0x3096: Unicode.Scalar(scalar.value + 0x60) ?? scalar
      case 0x30A1...0x30F6: Unicode.Scalar(scalar.value - 0x60) ?? scalar
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// 「相手」 of a record: 「家族（母）」 would tell of a hidden mother, so only 「家族」 stays.
  func withoutKin(_ counterpart: String) -> String {
    hidesSomebody ? counterpart.replacing(/家族（[^）]*）/, with: "家族") : counterpart
  }

  /// The text with every term covered.
  func covering(_ text: String) -> String {
    terms.sorted { $0.utf8.count > $1.utf8.count }.reduce(text) { $0.replacing($1, with: PersonSight.mask) }
  }

  /// Does the text hold a term, however it is spelled?
  func stands(in text: String) -> Bool {
    let folded = JapaneseText.folded(text)
    return terms.contains { folded.contains(JapaneseText.folded($0)) }
  }
}

/// What is kept back in the cases of a list, line by line (「一覧で伏せるもの」). Where nobody in the office is protected it holds nothing.
struct ListVeil {
  private let byCase: [CaseFileID: KeptBack]

  /// For the lines of the cases named.
  init(_ desk: Desk, cases: some Sequence<CaseFileID>) throws {
    guard try ProtectionQueries.isAnybodyProtected(desk.reading) else {
      byCase = [:]
      return
    }
    let concerned = Set(
      try desk.reading.rows(
        """
        SELECT c.id FROM protection p JOIN resident x ON x.id = p.resident_id OR x.same_as = p.resident_id
          JOIN case_file c ON c.resident_id = x.id
            OR c.household_id IN (SELECT m.household_id FROM household_member m WHERE m.resident_id = x.id)
        WHERE p.resident_id > 0 AND p.ended_at IS NULL
        UNION SELECT c.id FROM protection p CROSS JOIN resident x ON x.id = p.perpetrator_id OR x.same_as = p.perpetrator_id
          CROSS JOIN case_file c ON c.resident_id = x.id
        WHERE p.perpetrator_id IS NOT NULL AND p.ended_at IS NULL
        """
      ) { $0.id(0) as CaseFileID })
    var found: [CaseFileID: KeptBack] = [:]
    for id in concerned.intersection(cases) {
      let kept = try ProtectionQueries.keptBack(
        desk.reading, Onlooker(staff: desk.staff.id, agency: desk.staff.agencyID, file: id), in: id)
      if kept.masksSomebody { found[id] = kept }
    }
    byCase = found
  }

  var isEmpty: Bool { byCase.isEmpty }

  subscript(_ id: CaseFileID) -> KeptBack? { byCase[id] }
}

extension Desk {
  /// Covers in this answer what must not show of a case that is not opened as a whole: a つなぎ, an item of a meeting, a request.
  @discardableResult
  func veil(_ id: CaseFileID) throws -> KeptBack {
    guard try ProtectionQueries.isAnybodyProtected(reading) else { return KeptBack() }
    let kept = try ProtectionQueries.keptBack(reading, Onlooker(staff: staff.id, agency: staff.agencyID, file: id), in: id)
    visit.veil.add(kept.terms)
    return kept
  }
}

/// A line of a list that tells of one case (「一覧の一行」).
protocol ListedCase {
  var caseFile: CaseFileID { get }
  /// Covers what must not show in this line.
  mutating func cover(_ kept: KeptBack)
}

extension Desk {
  /// The lines as this viewer may see them. A line is covered by what is kept back in its own case only: elsewhere the same name is no secret.
  func covered<Line: ListedCase>(_ lines: [Line]) throws -> [Line] {
    let veil = try ListVeil(self, cases: lines.map(\.caseFile))
    guard !veil.isEmpty else { return lines }
    return lines.map { line in
      var line = line
      if let kept = veil[line.caseFile] { line.cover(kept) }
      return line
    }
  }
}
