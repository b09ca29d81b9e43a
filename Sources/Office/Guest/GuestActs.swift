import Casework

extension GuestWritingDesk {
  /// 「守秘の確認」 In the words of the meeting's day.
  func pledge(_ form: Fields) throws {
    guard let words = try pledgeWords() else { throw GuestDenial(pass: pass, subject: "pledge") }
    guard form.isOn("confirmed") else {
      throw FieldErrors([FieldProblem("confirmed", "確認文を読んで「確認しました」に印を付けてください。")])
    }
    try GuestRecords.pledge(self, words: words)
  }

  /// 「回答」 Whether one comes, and what one says about the own items. What was not changed is not written again.
  func answer(_ form: Fields) throws {
    guard hasPledged else { throw FieldErrors([FieldProblem("confirmed", "守秘の確認がまだです。先に確認文を読み、確認してください。")]) }
    let before = try given()
    var problems: [FieldProblem] = []
    var isAnything = false
    for item in try items() where item.result == nil {
      let choice = pass.mode == .written ? MeetingAnswer(rawValue: form["answer_\(item.id)"]) : nil
      let words = form.trimmed("words_\(item.id)")
      guard choice != nil || !words.isEmpty else { continue }
      isAnything = true
      if pass.mode == .written, choice == nil {
        problems.append(FieldProblem("answer_\(item.id)", "議題\(item.number)：「了承」か「意見あり」を選んでください。"))
      } else if choice == .comments, words.isEmpty {
        problems.append(FieldProblem("words_\(item.id)", "議題\(item.number)：意見が書かれていません。どこをどうすればよいかを書いてください。"))
      } else if before["answer_\(item.id)"] != choice?.rawValue ?? "" || before["words_\(item.id)"] != words {
        try GuestRecords.answer(self, item, choice, words: words)
      }
    }
    if pass.takesReply, let reply = MeetingReply(rawValue: form["reply"]) {
      isAnything = true
      if pass.reply != reply {
        try MeetingRecords.reply(self, reply)
        note("reply")
      }
    }
    if !isAnything { problems.append(FieldProblem("reply", "回答がまだ何も入っていません。出欠を選ぶか、意見を書いてから送ってください。")) }
    guard problems.isEmpty else { throw FieldErrors(problems) }
  }

  /// 「終了する」 Ends the session in every browser.
  func leave() throws { try GuestRecords.end(writing, pass.id, at: now) }
}
