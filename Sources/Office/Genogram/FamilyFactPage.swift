import Casework
import HTML

/// 聞いたことの記録, on the page of the genogram: what the notation needs beyond 続柄, a small form for each kind.
struct FamilyFactPart {
  let chrome: Chrome
  let path: String
  let family: FamilyView
  let form: FormView

  var html: HTML {
    """
    <section class="no-print" aria-labelledby="facts"><h2 id="facts">聞いたことを記録する</h2>
    <p>結婚や離婚、実の父母など、図の線になることを記録します。聞いたことだけを記録してください。</p>
    \(HTML.each(FamilyTopic.allCases, part))</section>
    \(HTML.when(!family.facts.isEmpty, standing))\(HTML.when(!family.ended.isEmpty, ended))
    """
  }

  private var people: [(code: String, label: String)] { family.people.map { ($0.key.rawValue, family.name($0.key)) } }

  private func part(_ topic: FamilyTopic) -> HTML {
    func name(_ field: String) -> String { FamilyFactInput.field(topic, field) }
    let isOpen = form.fields["topic"] == topic.rawValue && !form.fields.typed.pairs.isEmpty
    let (one, other) = labels(topic)
    return HTML.when(
      people.count > 1 || !topic.needsOther,
      """
      <details\(flag: "open", isOpen)><summary>\(topic.label)</summary>
      <form action="\(href: path)/facts" method="post">\(FormView.tokens(chrome))
      <input type="hidden" name="topic" value="\(topic.rawValue)"><input type="hidden" name="version" value="\(family.version)">
      <div class="columns">\(form.select(name("one"), one, options: people, need: .required))\
      \(HTML.when(topic.needsOther, form.select(name("other"), other, options: people, need: .required)))\
      \(HTML.when(!topic.kinds.isEmpty, form.select(name("kind"), "どれに当たるか", options: topic.kinds, need: .required)))</div>
      \(dates(topic))\(HTML.when(topic == .tie, "<p>図には、「描き方を変える」で選んだときだけ描かれます。会議資料には描かれません。</p>"))<button class="button outline">記録する</button></form></details>
      """)
  }

  private func dates(_ topic: FamilyTopic) -> HTML {
    func box(_ field: String, _ label: String, _ help: String = HouseholdWording.dates) -> HTML {
      form.text(FamilyFactInput.field(topic, field), label, help: help, width: .medium, isDate: true)
    }
    switch topic {
    case .union: return "\(box("from", "いつから"))\(box("until", "いつまで", "離婚や解消のとき。\(HouseholdWording.dates)"))"
    case .death: return box("from", "いつ亡くなったか", "わからないときは空けておきます。死別は、これを記録すると図に表れます。\(HouseholdWording.dates)")
    case .parentage, .twins, .keyPerson, .tie: return .empty
    }
  }

  private func labels(_ topic: FamilyTopic) -> (String, String) {
    switch topic {
    case .union: ("お一人", "もうお一人")
    case .parentage: ("子", "父または母")
    case .twins: ("双子のお一人", "もうお一人")
    case .death: ("亡くなった方", "")
    case .keyPerson: ("キーパーソンの方", "")
    case .tie: ("お一人（暴力や支配では、する側の方）", "もうお一人（受ける側の方）")
    }
  }

  private func words(_ fact: FamilyFact) -> String {
    let names = [family.name(fact.about), fact.other.map(family.name)].compactMap { $0 }
    if fact.isDirected { return "\(names.joined(separator: "から"))へ：\(fact.words)" }
    let both = names.joined(separator: fact.topic == .parentage ? "は" : "と")
    return "\(both)\(fact.topic == .parentage ? "の子" : "")：\(fact.words)"
  }

  private var standing: HTML {
    """
    <h2>記録した内容</h2><div class="table-box" tabindex="0" role="region" aria-label="記録した内容の一覧"><table>
    <thead><tr><th scope="col">内容</th><th scope="col">記録</th><th scope="col" class="no-print">取り消し</th></tr></thead>
    <tbody>\(HTML.each(family.facts) { line in
      """
      <tr><th scope="row">\(words(line.fact))</th><td>\(Wording.shortMoment(line.at))　\(line.agency)　\(line.staff)</td>
      <td class="no-print"><form action="\(href: path)/fact-endings" method="post">\(FormView.tokens(chrome))
      <input type="hidden" name="fact" value="\(line.id)"><input type="hidden" name="version" value="\(family.version)">
      <button class="button text small" aria-label="\(words(line.fact))を取り消す">取り消す</button></form></td></tr>
      """
    })</tbody></table></div>
    """
  }

  private var ended: HTML {
    """
    <details class="no-print"><summary>取り消した・改めた記録（\(family.ended.count)件）</summary><ul>\(HTML.each(family.ended) { line in
      "<li>\(words(line.fact))　<span class=\"quiet\">\(line.endedAt.map { Wording.shortMoment($0) }) まで</span></li>"
    })</ul></details>
    """
  }
}
