import Casework
@_spi(SampleTown) import Office
import Store

/// What has already happened in the sample town.
enum SampleCases {
  static func tell(_ office: Office, _ writing: Writing, staff: [String: StaffID], at now: Int) throws {
    guard let counsellor = staff["houkatsu"] else { return }
    let desk = try office.seat(writing, staff: counsellor, act: .recordConsultation, at: now)
    let id = try CaseFileRecords.open(desk, .init(resident: nil, household: nil, label: "見本町の高齢のご夫婦", preConsent: false))
    var draft = NoteDraft()
    draft.on = desk.today
    draft.method = "01"
    draft.counterparts = [.neighbourhood]
    draft.title = "民生委員からの電話"
    draft.facts = "民生委員より、回覧板が止まっている家があると電話があった。日中に訪問して様子を見る予定を伝えた。"
    let note = try Note.written(draft, by: ActingStaff(staff: desk.staff.id, agency: desk.staff.agencyID), on: desk.today)
    _ = try NoteRecords.add(desk, try desk.open(id), note)
    try office.conclude(desk)
  }
}
