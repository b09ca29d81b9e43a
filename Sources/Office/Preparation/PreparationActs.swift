import Casework

extension WritingDesk {
  /// 「準備を尋ねる」 Puts the four questions to the chosen agencies, item by item.
  func askPreparation(_ id: MeetingID, _ form: Fields) throws {
    let meeting = try ownMeeting(id)
    try checkPledge(meeting)
    let input = PreparationAskInput(form, today: today)
    guard let due = input.due, input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    var left = input.chosen
    for item in try items(of: meeting) {
      for offer in try PreparationQueries.offers(self, item) where left.remove(offer.code) != nil {
        do throws(PreparationRefusal) {
          try PreparationRule.ask(
            offer.asked, at: meeting.kind, stage: meeting.stage, hasResult: item.result != nil, due: due, heldOn: meeting.heldOn,
            today: today)
        } catch {
          let field = error == .dueGone || error == .dueLate ? "due" : "ask"
          throw told(field, "\(offer.agencyName)：\(error.message)")
        }
        try PreparationRecords.ask(self, item, offer.agency, due: due, words: input.words)
      }
    }
    guard left.isEmpty else { throw denied("preparation of meeting \(id)") }
  }

  /// 「準備に答える」 By the agency itself, or written down for it by who convenes. Gives the place to go on.
  func answerPreparation(_ id: PreparationID, _ form: Fields) throws -> String {
    let preparation = try openPreparation(id)
    guard preparation.isOpen else {
      throw told("household", "この議題は、結論まで記録されたか、会議が取りやめになったため、回答を受け付けていません。伝えたいことは招集した機関に連絡してください。")
    }
    let input = PreparationInput(form, isOnBehalf: preparation.isOnBehalf)
    guard input.problems.isEmpty else { throw FieldErrors(input.problems, staff: staff) }
    try PreparationRecords.answer(self, preparation, input, version: form.version)
    try DraftRecords.discard(self, id: form.draftID)
    return preparation.isOnBehalf ? "/meetings/\(preparation.meeting)/preparation" : "/preparations"
  }

  /// 「促したことを記録する」
  func remindPreparation(_ id: PreparationID) throws -> MeetingID {
    let preparation = try openPreparation(id)
    guard preparation.isOnBehalf else { throw denied("reminder of preparation \(id)") }
    guard preparation.answer == nil else { throw told("remind", "もう回答が届いています。画面を読み込み直してください。") }
    try PreparationRecords.remind(self, preparation)
    return preparation.meeting
  }
}
