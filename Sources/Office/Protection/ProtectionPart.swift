import HTML

/// 「書くときの注意」 Said above every form of a case in which a protected person is concerned, to those who are cleared; to nobody else.
struct WritingCautionPart {
  let file: OpenedFile?

  var html: HTML {
    guard let file, file.keptBack.tellsWriters else { return .empty }
    return """
      <div class="banner warning"><h2>支援措置の対象の方がいます</h2>
      <p>この記録は、支援措置を知らされていない機関の人も読むことがあります。住所・連絡先・学校や勤め先・通院先・支援している機関など、\
      居場所のわかることは書かないでください。必要なことは、知らされている機関に直接伝えてください。\
      <a href="/protections">支援措置を見る</a></p></div>
      """
  }
}

/// Asks whether a file tells where a protected person is. Asked only of those who are cleared; left unanswered, it counts as telling.
struct WhereaboutsPart {
  let file: OpenedFile
  let form: FormView

  var html: HTML {
    guard file.keptBack.tellsWriters else { return .empty }
    return form.radios(
      "whereabouts", "支援措置の対象の方の居場所がわかる内容か",
      options: [("yes", "住所・連絡先・支援機関などがわかる（知らされている機関だけに見せる）"), ("no", "わからない")],
      help: "選ばないときは「わかる」として扱います。")
  }
}
