import Casework

extension WritingDesk {
  /// 「会議録を保存する」, and with `confirms` 「確定する」.
  func saveMinutes(_ id: MeetingID, _ form: Fields, confirms: Bool) throws {
    let meeting = try ownMeeting(id)
    try checkPledge(meeting)
    guard meeting.stage == .held else { throw told("confirm", "会議録は、会議の画面で「開催済みにする」を押してから作れます。") }
    let view = try MinutesQueries.view(self, meeting)
    guard !view.isConfirmed else { throw told("confirm", "会議録は確定しているため、変えられません。誤りは、次の会議の会議録に書いてください。") }
    let typed = view.parts.map { part in (part.item.id, form.trimmed("words_\(part.item.id)")) }
    let empty = typed.filter { $0.1.isEmpty }.map { FieldProblem("words_\($0.0)", "会議録が空です。記録しないことがあれば「なし」と書いてください。") }
    guard empty.isEmpty else { throw FieldErrors(empty, staff: staff) }
    try MinutesRecords.save(self, view, words: Dictionary(uniqueKeysWithValues: typed), version: form.version)
    try DraftRecords.discard(self, id: form.draftID)
    guard confirms else { return }
    guard view.undecided.isEmpty else {
      let places = view.undecided.map { "議題\($0.position)" }.joined(separator: "、")
      throw told("confirm", "\(places)の結論がまだ記録されていません。結論を記録してから確定してください。")
    }
    try MinutesRecords.confirm(self, meeting)
  }
}
