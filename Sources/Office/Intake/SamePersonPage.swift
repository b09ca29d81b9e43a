import Casework
import HTML

/// 「同じ人かもしれません」: who may be the same person, and what the counsellor decides.
///
/// Out of reach there is one sentence, always the same, in the searcher's own words: docs/decisions/0009-search-before-create.md.
struct SamePersonPart {
  let finding: SamePersonFinding
  let asked: PersonFacts
  let chosen: String
  let today: CivilDate
  /// The counsellor pressed 「記録する」 and must decide first.
  var mustDecide = false

  var html: HTML {
    """
    \(mustDecide ? SamePersonPart.notYet : .empty)<section class="card" aria-labelledby="same-person"><h2 id="same-person">\(finding.isEmpty ? "同じ人の確認" : "同じ人かもしれません")</h2>
    <input type="hidden" name="same_for" value="\(Reception.terms(asked))">\(finding.isEmpty ? nothing : choices)
    <p class="help">ほかの機関の相談に同じ方がいるかどうかは、ここには出ません。心当たりがあるときは、多機関協働事業の担当（市の担当課）に確認してください。\
    \(asked.birth.isExact ? "" : "生年月日まで入力すると、名簿の記録とも照らし合わせます。")</p></section>
    """
  }

  private static let notYet: HTML = """
    <div class="banner warning" role="alert"><h2>まだ記録していません</h2>
    <p>同じ人かもしれない方がいます。どの方の相談として記録するかを選んで、もう一度「記録する」を押してください。入力した内容は残っています。</p></div>
    """

  private var nothing: HTML {
    "<p>入力した氏名・ふりがな・生年月日と合う記録は見つかりませんでした。このまま記録すると、新しい方として登録します。</p>"
  }

  private var choices: HTML {
    """
    <fieldset class="item" id="\(FormView.anchor("same"))" tabindex="-1"><legend>どの方の相談として記録しますか <span class="need">※必須</span></legend>
    \(HTML.each(finding.candidates, candidate))\(HTML.when(finding.onRecord != nil, onRecord))
    \(radio("new", "別の人として登録する"))</fieldset>
    """
  }

  private func candidate(_ candidate: SamePersonCandidate) -> HTML {
    let person = candidate.resident.person
    let id = candidate.resident.id.number
    let birth = person.facts.birth
    return """
      <div class="note"><h3>\(person.name.isEmpty ? person.kana : person.name) <span class="quiet">\(person.name.isEmpty ? "" : person.kana)</span> \
      <span class="chip">\(candidate.likeness.degree.label)</span></h3>
      <p>生年月日　\(birth.inJapanese)\(age(birth))\
      <br>理由　\(candidate.likeness.reasons.joined(separator: "、"))</p>
      \(HTML.each(candidate.cases) { link in
        """
        \(radio("case:\(link.id.number)", "この人の相談として記録する（事例 \(link.number) の続きの相談）"))
        <p><a href="/cases/\(link.id.number)" target="_blank" rel="noopener">事例 \(link.number) を別の画面で見る</a> \
        <span class="chip">\(link.stage.label)</span></p>
        """
      })\(radio("resident:\(id)", "この人の相談として記録する（新しい事例）"))
      \(HTML.when(candidate.cases.isEmpty, "<p class=\"help\">見られる事例の世帯の方です。</p>"))</div>
      """
  }

  /// An age that was told is the date itself: it is not said twice.
  private func age(_ birth: PartialDate) -> String {
    if case .aged = birth { return "" }
    return birth.age(on: today).map { "（\($0.label)）" } ?? ""
  }

  private var onRecord: HTML {
    """
    <div class="note"><h3>\(asked.name.map { $0.written.isEmpty ? $0.kana ?? "" : $0.written } ?? "") <span class="chip">名簿に記録があります</span></h3>
    <p>生年月日　\(asked.birth.inJapanese)<br>入力した氏名（読み・字体の違いを含む）と生年月日が合う記録が名簿にあります。住所などは、ここには出ません。</p>
    \(radio("record", "この人の相談として記録する（新しい事例）"))</div>
    """
  }

  private func radio(_ value: String, _ label: String) -> HTML {
    """
    <label class="choice"><input type="radio" name="same" value="\(value)"\(flag: "checked", chosen == value)> <span>\(label)</span></label>
    """
  }
}

/// Questions worth asking, each with its reason. Never a verdict.
enum PromptsPart {
  static func list(_ prompts: [Prompt]) -> HTML {
    """
    <ul class="plain">\(HTML.each(prompts) { prompt in
      "<li><strong>\(prompt.question)</strong> <span class=\"chip\">\(prompt.level.label)</span><br><span class=\"quiet\">\(prompt.reason)</span></li>"
    })</ul>
    """
  }
}
