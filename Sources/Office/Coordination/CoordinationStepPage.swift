import Casework
import HTML

/// One act of 多機関協働 that needs something typed, also when it came back with something wrong.
struct CoordinationStepPage {
  let chrome: Chrome
  let coordination: OpenedCoordination
  let act: CoordinationAct
  let form: FormView
  var offer = CoordinationOffer()
  var isConflict = false

  var html: HTML {
    Page(
      title: "\(act.label)（\(coordination.number)）", chrome: chrome, place: "/coordinations",
      crumbs: [("多機関協働 \(coordination.number)", "/coordinations/\(coordination.id)")], reason: coordination.file.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>\(act.label) <small>\(coordination.number)</small></h1>\(form.errorSummary)\(conflict)
        <form action="/coordinations/\(coordination.id.number)/\(CoordinationStepPath.of(act))" method="post" id="f-act">\(FormView.tokens(chrome))\
        <input type="hidden" name="version" value="\(coordination.version)">
        \(fields)<div class="actions"><button class="button">\(act.label)</button>
        <a href="/coordinations/\(coordination.id.number)">やめる</a></div></form></div>
        """
    ).html
  }

  private var conflict: HTML {
    HTML.when(
      isConflict,
      """
      <div class="banner warning" role="alert"><h2>ほかの人が先に操作しました</h2>
      <p>いまの段階は「\(coordination.stage.label)」です。入力した内容は下に残っています。確かめてから、もう一度送信してください。</p></div>
      """)
  }

  private var fields: HTML {
    switch act {
    case .accept: acceptance
    case .giveBack: handBack
    case .proceedWithoutConsent:
      """
      <p>本人の同意がないあいだは、市が開く支援会議でだけ情報を共有できます。同意が得られたら、入力し直さずに利用申込へ進めます。</p>
      \(form.select("no_consent_reason", "同意が得られない理由", options: offer.noConsentReasons, need: .required))
      \(form.area("words", "事情と、同意に向けた見込み", rows: 4))
      """
    case .endPreConsent: form.area("words", "終了する理由", need: .required, help: "関わった機関と、その後の見守りも書いてください。")
    case .reopen:
      """
      <p>これまでの記録・プラン・評価はそのまま残り、新しい回がはじまります。</p>
      \(form.area("words", "再開する理由", need: .required, help: "状況の変化や、役割を整理し直したいことを書いてください。"))
      """
    case .end:
      """
      \(form.radios("exit", "終了の区分", options: CoordinationExit.allCases.map { ($0.rawValue, $0.label) }, need: .required))
      \(form.date("on_day", "終了した日", need: .required, help: "死亡日・転出日など。"))
      \(form.area("words", "事情", need: .required, help: "プランの実施中の死亡・転出は、次の重層的支援会議で報告してください。"))
      """
    default: form.area("words", "メモ", need: .optional)
    }
  }

  private var acceptance: HTML {
    """
    \(CoordinationDescriptionPart(form: form, offer: offer).html)
    \(form.area("words", "つなぎ元への連絡", need: .optional, help: "担当者や最初の連絡の予定など。", rows: 2))
    """
  }

  private var handBack: HTML {
    """
    <p>通常の連携で対応できるときは、つなぎ元と協議したうえで戻します。戻したあとも、協力の体制は続けます。</p>
    \(form.select("reason_code", "戻す理由", groups: ReferralWording.handBackReasons, need: .required))
    \(form.area("words", "理由の説明", need: .required, help: "つなぎ元が読んで分かるように書いてください。"))
    <h2>つなぎ元との協議</h2>
    <div class="columns">\(form.date("talked_on", "話した日", need: .required))\
    \(form.text("talked_with", "話した相手", need: .required, help: "つなぎ元の担当者", width: .medium))</div>
    \(form.select("talked_how", "方法", options: ReferralWording.talks, need: .required))
    \(form.area("talked_summary", "話した内容", rows: 3))
    \(form.area("advice", "つなぎ元への助言", help: "使えそうな制度、声をかける機関、進め方など。", rows: 3))
    \(form.area("joint_set_up", "これからの協力の体制", help: "だれが何を続け、どうなったら声をかけ合うか。", rows: 3))
    """
  }
}

/// Which criteria spoke for it, by which route it came, and who stays central for a household on 生活保護 (R-60).
struct CoordinationDescriptionPart {
  let form: FormView
  let offer: CoordinationOffer

  var html: HTML {
    """
    \(form.radios("route", "つながった経路", options: CoordinationRoute.allCases.map { ($0.rawValue, $0.label) }))
    \(offer.criteria.isEmpty ? .empty : form.checkboxes("criterion", "多機関協働につなぐ目安", options: offer.criteria, help: "判断の助けです。当てはまらなくても受け付けられます。"))
    \(form.area("checklist_words", "目安についての補足", need: .optional, rows: 2))
    \(form.select("public_assistance", "生活保護世帯のときの、保護の実施機関", options: offer.publicAssistance, help: "選ぶと、支援の中心としてプランの役割分担に加わります。", blank: "生活保護世帯ではない"))
    """
  }
}

/// The same, to be written down after acceptance.
struct CoordinationDescriptionPage {
  let chrome: Chrome
  let coordination: OpenedCoordination
  let form: FormView
  let offer: CoordinationOffer

  var html: HTML {
    Page(
      title: "経路・つなぎの目安（\(coordination.number)）", chrome: chrome, place: "/coordinations",
      crumbs: [("多機関協働 \(coordination.number)", "/coordinations/\(coordination.id)")], reason: coordination.file.reason,
      content: """
        <div class="narrow"><h1>経路・つなぎの目安 <small>\(coordination.number)</small></h1>
        <form action="/coordinations/\(coordination.id.number)/description" method="post">\(FormView.tokens(chrome))\
        <input type="hidden" name="version" value="\(coordination.version)">
        \(CoordinationDescriptionPart(form: form, offer: offer).html)
        <div class="actions"><button class="button">記録する</button> <a href="/coordinations/\(coordination.id.number)">やめる</a></div></form></div>
        """
    ).html
  }
}

/// 担当を変える
struct CoordinationChargePage {
  let chrome: Chrome
  let coordination: OpenedCoordination
  let colleagues: [Colleague]
  let form: FormView

  var html: HTML {
    Page(
      title: "担当を変える（\(coordination.number)）", chrome: chrome, place: "/coordinations",
      crumbs: [("多機関協働 \(coordination.number)", "/coordinations/\(coordination.id)")], reason: coordination.file.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>担当を変える <small>\(coordination.number)</small></h1>\(form.errorSummary)
        <form action="/coordinations/\(coordination.id.number)/charge" method="post">\(FormView.tokens(chrome))\
        <input type="hidden" name="version" value="\(coordination.version)">
        \(form.select("coordinator", "多機関協働の担当", options: colleagues.map { (String($0.id.number), $0.name) }, need: .required))
        <div class="actions"><button class="button">変える</button> <a href="/coordinations/\(coordination.id.number)">やめる</a></div></form></div>
        """
    ).html
  }
}
