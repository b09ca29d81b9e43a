import Casework

/// What a browser sends for a paper, but for its file; and the fields that are wrong.
struct PaperInput: Sendable {
  let kind: MeetingPaperKind?
  let title: String
  let words: String
  let note: NoteID?
  let collects: Bool
  let copies: Int
  let problems: [FieldProblem]

  init(_ form: Fields) {
    var problems: [FieldProblem] = []
    kind = MeetingPaperKind(rawValue: form["kind"])
    title = form.trimmed("title")
    words = form["words"]
    note = Int(form["note"]).map { NoteID($0) }
    collects = form["collects"] != "0"
    let typed = form.trimmed("copies")
    let copies = typed.isEmpty ? 0 : Digits.number(typed)
    self.copies = copies ?? 0
    switch kind {
    case nil: problems.append(.init("kind", "資料の種類が選ばれていません。文章・ファイル・支援経過の記録から選んでください。"))
    case .text:
      if title.isEmpty { problems.append(.init("title", "資料の題名が入っていません。何の資料かが分かるように短く書いてください。")) }
      if words.trimmed.isEmpty { problems.append(.init("words", "資料の文章が入っていません。構成員に伝えたいことを書いてください。")) }
    case .file: break
    case .note: if note == nil { problems.append(.init("note", "出す記録が選ばれていません。一覧から選んでください。")) }
    }
    if title.count > NoteDraft.titleLimit {
      problems.append(.init("title", "題名が\(title.count)文字あります。\(NoteDraft.titleLimit)文字以内にしてください。"))
    }
    if copies.map({ !MeetingPaperRule.copies.contains($0) }) ?? true {
      problems.append(.init("copies", "配布部数は0から999までの数字で入れてください。画面だけで見てもらうときは0か空欄にします。"))
    }
    self.problems = problems
  }
}

/// What a browser sends to move something into the case.
struct PaperReleaseInput: Sendable {
  let release: PaperRelease
  let visibility: NoteVisibility
  let problems: [FieldProblem]

  init(_ form: Fields, today: CivilDate) {
    var reader = FieldReader(form: form, today: today)
    var release = PaperRelease()
    release.ground = ReleaseGround(rawValue: form["ground"])
    release.saidOn = reader.day("said_on")
    release.words = form.trimmed("words")
    release.reason = form.trimmed("reason")
    self.release = release
    visibility = form["visibility"] == NoteVisibility.team.rawValue ? .team : .ownAgency
    problems = reader.problems
  }
}
