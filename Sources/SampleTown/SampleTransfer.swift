import Casework
@_spi(SampleTown) import Office
import Store

/// 「見本の人事異動」 A counsellor who moves on the next 1 April, and two handovers: one taken over, one that waits.
struct SampleTransfer {
  let office: Office
  let writing: Writing
  let now: Int

  func tell() throws {
    let today = CivilDate.of(epochSeconds: now)
    guard let april = CivilDate(year: today.fiscalYear + 1, month: 4, day: 1), let leaver = try staff("houkatsu"),
      let supervisor = try staff("kakari"), let section = try agency("shougai")
    else { throw StoryGap(description: "nobody to transfer") }
    try at(supervisor, .planTransfer) { desk in
      try desk.rehearseTransfer(on: april, moving: leaver, to: section, template: "counsellor", successor: supervisor)
    }
    let cases = try writing.rows("SELECT id FROM case_file WHERE in_charge = \(leaver) ORDER BY id LIMIT 2") { CaseFileID($0.int(0)) }
    for (place, file) in cases.enumerated() {
      let id = try at(leaver, .writeHandover, form: Self.text(to: supervisor)) { desk in
        let id = try desk.writeHandover(of: file)
        try desk.confirmHandover(id)
        return id
      }
      guard place == 0 else { continue }
      try at(supervisor, .takeHandover, form: [("question", "午前中というのは、何時ごろがよいですか。")]) { try $0.takeHandover(id) }
    }
  }

  private static func text(to taker: StaffID) -> TypedForm {
    [
      ("taker", "\(taker)"), ("situation", "受け付けて、様子を見ながら関わりはじめたところ（架空）。"),
      ("works", "午前中に、短い時間で会う。先に用件を一つだけ伝えると話しやすい。"), ("avoid", "約束のない訪問。電話を続けてかけること。"),
      ("promises", "次に会うときに、使える制度の紙を一緒に見る。"), ("next", "訪問の日を決める電話をする。"),
      ("first_call", "地域の民生委員（架空）。日ごろの様子をよく知っている。"),
    ]
  }

  @discardableResult
  private func at<T>(_ staff: StaffID, _ act: Act, form: TypedForm = [], _ body: (WritingDesk) throws -> T) throws -> T {
    let desk = try office.seat(writing, staff: staff, act: act, at: now, form: Fields(form))
    let value = try body(desk)
    try office.conclude(desk)
    return value
  }

  private func staff(_ name: String) throws -> StaffID? {
    try writing.first("SELECT id FROM staff WHERE sign_in_name = \(name)") { StaffID($0.int(0)) }
  }

  private func agency(_ name: String) throws -> AgencyID? {
    try writing.first("SELECT agency_id FROM staff WHERE sign_in_name = \(name)") { AgencyID($0.int(0)) }
  }
}
