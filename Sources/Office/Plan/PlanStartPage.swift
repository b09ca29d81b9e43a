import Casework
import HTML

/// プランがまだない回: begin it, or what comes before.
struct PlanStartPage {
  let chrome: Chrome
  let coordination: OpenedCoordination
  /// The round from which it would begin.
  let previous: Int?
  let mayBegin: Bool
  /// Results of meetings that the form will offer.
  var settlements: [MeetingSettlement] = []
  var problems: [FieldProblem] = []

  var html: HTML {
    Page(
      title: "プラン", chrome: chrome, place: "/coordinations", crumbs: PlanPage.crumbs(coordination), reason: coordination.file.reason,
      hasErrors: !problems.isEmpty,
      content: """
        <div class="narrow"><h1>プラン（支援計画書） <small>\(coordination.number)</small></h1>\(FormView(problems: problems).errorSummary)
        \(mayBegin ? begin : "<p>\(waiting)</p>")
        <p><a href="/coordinations/\(coordination.id.number)">多機関協働の画面へ</a></p></div>
        """
    ).html
  }

  private var begin: HTML {
    """
    <p>第\(coordination.round)回のプランはまだありません。\(previous.map { "第\($0)回のプランの内容を写して始めます。期間・モニタリング・本人の同意は改めて決めます。" }
      ?? "アセスメントシートに書いた本人の希望・課題・支援の方向性を写して始めます。")</p>
    \(HTML.each(settlements) { "<p>\($0.title)は、作りはじめたあと「会議の結果を計画に入れる」で入れられます。</p>" })
    <form action="/coordinations/\(coordination.id.number)/plan" method="post">\(FormView.tokens(chrome))\
    <div class="actions"><button class="button">プランを作りはじめる</button></div></form>
    """
  }

  private var waiting: String {
    switch coordination.stage {
    case .planning, .replanning: "プランはまだ作られていません。多機関協働事業者が作ります。"
    default: "プランは、アセスメントを終えてから作ります。いまは「\(coordination.stage.label)」の段階です。"
    }
  }
}
