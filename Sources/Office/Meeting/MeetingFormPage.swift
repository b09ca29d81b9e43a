import Casework
import HTML

/// 会議を準備する: which meeting, when, where, how. From a case, the case goes onto the agenda with it.
struct MeetingFormPage {
  let chrome: Chrome
  let bodies: [MeetingBody]
  let form: FormView
  /// The meeting that is changed; nothing for a new one.
  var meeting: OpenedMeeting?
  /// What it is opened for: the case and its timing.
  var purpose: (code: String, number: String, timing: MeetingTiming?)?
  /// Meetings in preparation to which the case may be added instead.
  var ahead: [MeetingLine] = []
  var file: OpenedFile?
  /// The kind that was asked for and that this agency may not convene (R-26).
  var elsewhere: MeetingKind?
  /// The case for which the town may be asked.
  var request: CoordinationID?
  /// The items whose day changes with the meeting's.
  var items: [OpenedMeetingItem] = []
  /// What somebody else saved in between.
  var others: SavedBeside?

  var html: HTML {
    Page(
      title: meeting == nil ? "会議を準備する" : "会議の日時を変える", chrome: chrome, place: "/meetings", crumbs: crumbs, reason: file?.reason,
      hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>\(meeting == nil ? "会議を準備する" : "会議の日時を変える") <small>\(meeting?.number)</small></h1>
        \(others?.html)\(form.errorSummary)\(elsewhere.map(refusal))\(adding)\(HTML.when(!isClosed, fields))</div>
        """
    ).html
  }

  private var crumbs: [(title: String, path: String)] {
    [("会議", "/meetings")] + (meeting.map { [($0.number, "/meetings/\($0.id)")] } ?? [])
  }

  private var isClosed: Bool { elsewhere != nil || (meeting == nil && bodies.isEmpty) }

  private func refusal(_ kind: MeetingKind) -> HTML {
    """
    <div class="banner warning" role="alert"><h2>\(MeetingRefusal.otherConvener(kind).reason)</h2>
    <p>\(MeetingRefusal.otherConvener(kind).wayOut)</p>\(request.map { id in
      """
      <form action="/meetings/requests" method="post">\(FormView.tokens(chrome))<input type="hidden" name="coordination" value="\(id.number)">
      <div class="actions"><button class="button">市の事業担当課に開催を依頼する</button></div></form>
      """ as HTML
    } ?? .empty)</div>
    """
  }

  private var fields: HTML {
    """
    <form action="\(href: meeting.map { "/meetings/\($0.id)" } ?? "/meetings")" method="post">\(FormView.tokens(chrome))\
    <input type="hidden" name="version" value="\(meeting?.version ?? 1)">
    \(HTML.when(meeting == nil, which))\(purposePart)
    <div class="columns">\(form.date("held_on", "開催日", need: .required))\(form.text("starts_at", "開始時刻", help: "例）14:00", width: .short))</div>
    \(form.radios("mode", "開催の方法", options: MeetingWording.modes, need: .required, help: "書面（持回り）では、構成員が画面か紙で回答します。"))
    \(form.text("place", "場所", help: "オンラインのときは、つなぎ方を書きます。"))\(form.text("chair", "議長", width: .medium))
    <div class="actions"><button class="button">\(meeting == nil ? "準備する" : "変える")</button></div></form>
    """
  }

  /// A case goes onto the agenda of a meeting that is planned already with one click.
  private var adding: HTML {
    guard let purpose, !ahead.isEmpty else { return .empty }
    return """
      <section aria-labelledby="ahead"><h2 id="ahead">準備中の会議に加える</h2><ul class="plain">\(HTML.each(ahead) { line in
        """
        <li><form class="inline" action="/meetings/\(line.id.number)/items" method="post">\(FormView.tokens(chrome))\
        <input type="hidden" name="case" value="\(purpose.code)">\(line.name)　\(MeetingWording.when(line.heldOn, line.startsAt))　\(line.place)
        <button class="button outline small">この会議に加える</button></form></li>
        """
      })</ul></section><h2>新しく準備する</h2>
      """
  }

  private var which: HTML {
    form.select(
      "body", "会議",
      groups: MeetingKind.allCases.map { kind in
        (kind.label, bodies.filter { $0.kind == kind }.map { ($0.key, $0.name) })
      }.filter { !$0.1.isEmpty }, need: .required, help: "招集できる会議だけが出ます。いつもの構成員は自動で入ります。")
  }

  private var purposePart: HTML {
    guard let purpose else {
      let numbers = items.map(\.caseNumber).joined(separator: "、")
      return HTML.when(!items.isEmpty, "<p>日を変えると、議題の事例（\(numbers)）の予定も変わります。</p>")
    }
    return """
      <input type="hidden" name="case" value="\(purpose.code)"><dl class="facts"><dt>議題</dt>\
      <dd>多機関協働 \(purpose.number)　\(MeetingWording.timing(purpose.timing))</dd></dl>
      """
  }
}

extension MeetingFormPage {
  /// What a meeting's own form starts with.
  static func typed(_ meeting: OpenedMeeting) -> Fields {
    Fields([
      ("held_on", meeting.heldOn.warekiShort), ("starts_at", meeting.startsAt), ("mode", meeting.mode.rawValue), ("place", meeting.place),
      ("chair", meeting.chair),
    ])
  }

  /// The case that a form was sent for, as its address would name it.
  static func asked(_ sent: Fields) -> Fields {
    let parts = sent["case"].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    return Fields([("coordination", parts.first ?? ""), ("timing", parts.count > 1 ? parts[1] : "")])
  }

  static func beside(_ meeting: OpenedMeeting, _ sent: Fields) -> SavedBeside {
    let saved = typed(meeting)
    let labels = [("held_on", "開催日"), ("starts_at", "開始時刻"), ("mode", "開催の方法"), ("place", "場所"), ("chair", "議長")]
    return SavedBeside(lines: labels.map { .init(label: $0.1, saved: saved[$0.0], typed: sent[$0.0]) })
  }
}
