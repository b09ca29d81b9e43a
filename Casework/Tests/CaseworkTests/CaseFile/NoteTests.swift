import Foundation
import Testing

@testable import Casework

@Suite struct `支援経過` {
  private var complete: NoteDraft {
    var draft = NoteDraft()
    draft.on = today
    draft.minutes = 30
    draft.method = "01"
    draft.counterparts = [.person]
    draft.title = "電話で様子を伺う"
    draft.facts = "食事はとれているとのこと。"
    draft.opinion = "少し疲れている印象。"
    return draft
  }

  private func problems(_ change: (inout NoteDraft) -> Void) -> [String] {
    var draft = complete
    change(&draft)
    do throws(NoteRefusal) {
      _ = try Note.written(draft, by: worker, on: today)
      return []
    } catch {
      for problem in error.problems { expectHelpful(problem.sentence) }
      return error.problems.map(\.fieldID)
    }
  }

  @Test func `事実と見立てを分けて記録する`() throws {
    let note = try Note.written(complete, by: worker, on: today)
    #expect(note.facts == complete.facts && note.opinion == complete.opinion && note.recorder == worker)
    #expect(problems { $0.facts = " " } == ["facts"])
    #expect(problems { $0.opinion = "" } == [])
  }

  @Test func `日付・対応方法・相手・件名が要る`() {
    #expect(problems { $0.on = nil } == ["at"])
    #expect(problems { $0.on = today.adding(days: 1) } == ["at"])
    #expect(problems { $0.method = nil } == ["method"])
    #expect(problems { $0.counterparts = [] } == ["counterpart"])
    #expect(problems { $0.title = "" } == ["title"])
    #expect(problems { $0 = NoteDraft() } == ["at", "title", "facts", "method", "counterpart"])
  }

  @Test func `件名は見える文字で60字までである`() {
    let longName = String(repeating: "葛\u{E0100}", count: 60)
    #expect(problems { $0.title = longName } == [])
    #expect(problems { $0.title = longName + "字" } == ["title"])
  }

  @Test func `所要時間は0分から24時間までである`() {
    for minutes in [nil, 0, 1440] { #expect(problems { $0.minutes = minutes } == []) }
    for minutes in [-1, 1441] { #expect(problems { $0.minutes = minutes } == ["minutes"]) }
  }

  @Test func `訪問は会えたかどうかを残す`() {
    #expect(problems { $0.method = ContactMethodCode.visit } == ["met"])
    for met in MetResult.allCases {
      #expect(problems { ($0.method, $0.met) = (ContactMethodCode.visit, met) } == [])
      #expect(!met.label.isEmpty)
    }
  }

  @Test func `次の対応の期限は、対応した日より後で、することがある`() {
    #expect(problems { $0.nextDue = today.adding(days: 7) } == ["next_action"])
    #expect(problems { ($0.nextAction, $0.nextDue) = ("再訪問", today.adding(days: -1)) } == ["next_due"])
    #expect(problems { $0.nextAction = "再訪問" } == [])
  }

  @Test func `公開範囲の初めの値は支援チームである`() throws {
    #expect(NoteDraft().visibility == .team)
    #expect(try Note.written(complete, by: worker, on: today).visibility == .team)
    #expect(NoteVisibility.allCases.map(\.label) == ["自機関のみ", "支援チーム", "会議構成員"])
  }

  @Test func `訂正は理由を添えて並べ、元の文を消さない`() throws {
    let original = try Note.written(complete, by: worker, on: today)
    var draft = complete
    draft.facts = "食事は一日一回とのこと。"
    let first = try NoteCorrection.made(draft, reason: "聞き取りの誤り", by: worker, on: today)
    draft.facts = "食事は一日二回とのこと。"
    let second = try NoteCorrection.made(draft, reason: "本人に確認", by: worker, on: today)
    let history = NoteHistory(original).corrected(first).corrected(second)
    #expect(history.current.facts == "食事は一日二回とのこと。")
    #expect(history.struckThrough.map(\.facts) == ["食事はとれているとのこと。", "食事は一日一回とのこと。"])
    #expect(history.original == original && NoteHistory(original).struckThrough.isEmpty)
  }

  @Test func `理由のない訂正と、記録として足りない訂正はできない`() {
    let missing = #expect(throws: NoteRefusal.self) { try NoteCorrection.made(complete, reason: " ", by: worker, on: today) }
    #expect(missing?.problems.map(\.fieldID) == ["correction_reason"])
    for problem in missing?.problems ?? [] { expectHelpful(problem.sentence) }
    let empty = #expect(throws: NoteRefusal.self) { try NoteCorrection.made(NoteDraft(), reason: "誤り", by: worker, on: today) }
    #expect(empty?.problems.count == 5)
  }

  @Test func `書きかけは何が欠けていても保存できる`() throws {
    #expect(try JSONDecoder().decode(NoteDraft.self, from: JSONEncoder().encode(NoteDraft())) == NoteDraft())
    var draft = complete
    draft.counterparts = [.family(.mother), .agency(nil, name: "架空病院"), .neighbourhood, .other("店長")]
    #expect(try JSONDecoder().decode(NoteDraft.self, from: JSONEncoder().encode(draft)) == draft)
    #expect(draft.counterparts.map(\.label) == ["家族（母）", "関係機関（架空病院）", "近隣・民生委員", "その他（店長）"])
  }
}

@Suite struct `やること` {
  @Test func `期限の翌日から期限切れで、済みなら切れない`() throws {
    let task = try FollowUpTask.planned("再訪問", due: today, assignee: nil)
    #expect(task.isDueToday(today) && !task.isOverdue(today: today) && task.isOverdue(today: today.adding(days: 1)))
    let done = task.finished(by: worker.staff, on: today)
    #expect(!done.isOverdue(today: today.adding(days: 9)) && !done.isDueToday(today))
    #expect(done.finished(by: StaffID(rawValue: 2), on: today.adding(days: 1)).done == done.done)
    #expect(try !FollowUpTask.planned("いつか", due: nil, assignee: nil).isOverdue(today: .latest))
  }

  @Test func `することの書かれていない予定は作れない`() {
    let problem = #expect(throws: FieldProblem.self) { try FollowUpTask.planned(" ", due: nil, assignee: nil) }
    expectHelpful(problem?.sentence ?? "")
  }

  @Test func `支援経過の次の対応は、記録した人のやることになる`() throws {
    var draft = NoteDraft()
    (draft.on, draft.method, draft.counterparts, draft.title, draft.facts) = (today, "01", [.person], "件名", "事実")
    #expect(FollowUpTask.following(try Note.written(draft, by: worker, on: today)) == nil)
    (draft.nextAction, draft.nextDue) = ("再訪問", today.adding(days: 7))
    let task = FollowUpTask.following(try Note.written(draft, by: worker, on: today))
    #expect(task == FollowUpTask(what: "再訪問", due: day("2026-11-28"), assignee: worker.staff, done: nil))
  }
}
