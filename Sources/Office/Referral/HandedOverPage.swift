import HTML

/// 渡した内容, the same for both sides: made from the kept copy alone.
struct HandedOverPart {
  let handed: HandedOver

  var html: HTML {
    """
    <section id="handed-over" aria-labelledby="handed-over-title"><h2 id="handed-over-title">渡した内容</h2>
    <p class="quiet">\(Wording.date(handed.on))に依頼した時点の内容です。あとから事例の記録が直されても、ここは変わりません。</p>
    \(asking)\(person)\(consultation)\(household)\(notes)</section>
    """
  }

  private func row(_ label: String, _ text: String) -> HTML {
    text.isEmpty ? .empty : "<dt>\(label)</dt><dd>\(lines: text)</dd>"
  }

  private var asking: HTML {
    let asking = handed.asking
    return """
      <h3>依頼</h3><dl class="facts">\(row("つなぎ元", "\(asking.from)　\(asking.fromStaff)"))\(row("つなぎ先", asking.to))\
      \(row("つなぐ理由", asking.reason))\(row("依頼すること", asking.asked))\(row("本人の希望・配慮", asking.wishes))\
      \(row("事前連絡", asking.priorContact))\(row("初回の同行", asking.accompany))\(row("本人への説明", asking.explained))\
      \(row("本人の納得", asking.agreement))\(row("本人が共有を望まない機関・事項", asking.unwanted ?? ""))</dl>
      """
  }

  private var person: HTML {
    let person = handed.person
    return """
      <h3>本人</h3><dl class="facts">\(row("氏名", person.name.isEmpty ? "氏名不詳（\(person.label)）" : person.name))\
      \(row("ふりがな", person.kana))\(row("通称など", person.otherName))\(row("性別", person.sex))\(row("生年月日", person.birth))\
      \(row("住所", person.address))\(row("電話", person.phone))</dl>
      """
  }

  private var consultation: HTML {
    guard let consultation = handed.consultation else { return .empty }
    return """
      <h3>相談受付</h3><dl class="facts">\(row("受付", "\(consultation.received)　\(consultation.number)"))\
      \(row("相談経路", consultation.channel))\(row("来談者", consultation.caller))\(row("緊急度", consultation.urgency))\
      <dt>困りごと</dt><dd>\(HTML.each(consultation.concerns) {
        "<span class=\"chip\(raw: $0.isMain ? " main" : "")\">\($0.isMain ? "◎ " : "")\($0.label)</span> \($0.note) "
      })</dd>\(row("内容", consultation.words))</dl>
      """
  }

  private var household: HTML {
    guard !handed.household.isEmpty else { return .empty }
    return """
      <h3>世帯</h3><div class="table-box" tabindex="0" role="region" aria-label="世帯"><table>
      <thead><tr><th scope="col">氏名</th><th scope="col">続柄</th><th scope="col">生年月日</th><th scope="col">同居</th><th scope="col">備考</th></tr></thead>
      <tbody>\(HTML.each(handed.household) { member in
        """
        <tr><th scope="row">\(member.name)</th><td>\(member.relation)</td><td>\(member.birth)</td>\
        <td>\(member.livesTogether ? "同居" : "別居")</td><td>\(member.note)</td></tr>
        """
      })</tbody></table></div>
      """
  }

  private var notes: HTML {
    guard !handed.notes.isEmpty else { return .empty }
    return """
      <h3>支援経過</h3>\(HTML.each(handed.notes) { note in
        """
        <article class="note"><h4>\(note.held)　\(note.title)</h4><p class="quiet">\(note.method)　\(note.counterpart)　\(note.by)</p>
        <p>\(lines: note.facts)</p>\
        \(HTML.when(!note.opinion.isEmpty, "<p class=\"opinion\"><strong>見立て・所感</strong><br>\(lines: note.opinion)</p>"))</article>
        """
      })
      """
  }
}
