import Testing

@testable import Casework

/// A day written as ISO; a wrong one fails the test that wrote it.
func day(_ iso: String, sourceLocation: SourceLocation = #_sourceLocation) -> CivilDate {
  guard let date = CivilDate(iso: iso) else {
    Issue.record("no such day: \(iso)", sourceLocation: sourceLocation)
    return .earliest
  }
  return date
}

/// Every refusal must be Japanese and say what to do: hiragana in it, no Latin words, a full stop, and a 「ください」.
func expectHelpful(_ sentence: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let hiragana = sentence.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) }
  #expect(hiragana, "not Japanese: \(sentence)", sourceLocation: sourceLocation)
  #expect(sentence.contains("ください"), "does not say what to do: \(sentence)", sourceLocation: sourceLocation)
  #expect(sentence.contains("。"), "no full stop: \(sentence)", sourceLocation: sourceLocation)
  #expect(!sentence.contains("nil") && !sentence.contains("Optional"), "a computer's word: \(sentence)", sourceLocation: sourceLocation)
}

let worker = ActingStaff(staff: StaffID(rawValue: 1), agency: AgencyID(rawValue: 10))
let today = CivilDate(dayNumber: 20_778)

@Test func `試験の今日は令和8年11月21日である`() {
  #expect(today.wareki == "令和8年11月21日")
}
