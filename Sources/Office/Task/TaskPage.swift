import Casework
import HTML

/// The tasks of a case within its page; only those of the viewer's agency.
struct TaskPart {
  let chrome: Chrome
  let file: OpenedFile
  let today: CivilDate
  let tasks: [TaskLine]

  var html: HTML {
    """
    <section aria-labelledby="tasks"><h2 id="tasks">やること</h2>
    \(tasks.isEmpty ? "<p>やることはありません。</p>" : list)
    \(HTML.when(file.lasts, "<p><a href=\"/cases/\(file.id.number)/tasks/new\">やることを加える</a></p>"))</section>
    """
  }

  private var list: HTML {
    """
    <ul class="plain">\(HTML.each(tasks) { task in
      task.doneAt == nil
        ? """
          <li>\(TaskLabel(task: task, today: today).html) <span class="quiet">\(task.staff)</span> \(TaskButton(chrome: chrome, task: task, back: "").html)</li>
          """
        : """
          <li><span class="chip done">済み</span> \(task.what) <span class="quiet">\(task.doneBy) \(Wording.shortMoment(task.doneAt ?? 0))</span>
          <form class="inline" action="/cases/\(file.id.number)/tasks/\(task.id.number)/reopening" method="post">\(FormView.tokens(chrome))
          <button class="button text small">もう一度やる</button></form></li>
          """
    })</ul>
    """
  }
}

/// What is to be done and until when; what is overdue says so in words.
struct TaskLabel {
  let task: TaskLine
  let today: CivilDate

  var html: HTML {
    """
    \(HTML.when(task.isOverdue(today), "<span class=\"chip late\">期限切れ</span> "))\
    \(HTML.when(task.isDueToday(today), "<span class=\"chip turn\">今日まで</span> "))\
    \(task.what)\(task.dueOn.map { "（\($0.warekiShort)まで）" })
    """
  }
}

/// 「済みにする」
struct TaskButton {
  let chrome: Chrome
  let task: TaskLine
  /// The list to come back to: `mine`, `section`, or empty for the case.
  let back: String

  var html: HTML {
    """
    <form class="inline" action="/cases/\(task.caseFile.number)/tasks/\(task.id.number)/completion" method="post">\(FormView.tokens(chrome))
    <input type="hidden" name="back" value="\(back)"><button class="button outline small">済みにする</button></form>
    """
  }
}

/// やることの一覧: one's own, or those of the agency.
struct TaskListPage {
  let chrome: Chrome
  let today: CivilDate
  let tasks: [TaskLine]
  let isMine: Bool
  let hasMore: Bool

  var html: HTML {
    Page(
      title: "やること", chrome: chrome, place: "/tasks",
      content: """
        <h1>やること</h1>
        <ul class="tabs"><li><a href="/tasks"\(attribute: "aria-current", isMine ? "page" : nil)>自分のやること</a></li>
        <li><a href="/tasks?view=section"\(attribute: "aria-current", isMine ? nil : "page")>自機関のやること</a></li></ul>
        \(tasks.isEmpty ? "<p>やることはありません。事例の画面の「やることを加える」か、支援経過の「次の対応」から加えられます。</p>" : table)
        \(HTML.when(hasMore, "<p>期限の早い\(tasks.count)件を表示しています。済んだものから片づけると、続きが表示されます。</p>"))
        """
    ).html
  }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="やることの一覧"><table class="stack">
    <thead><tr><th scope="col">やること</th><th scope="col">事例</th><th scope="col">担当</th><th scope="col">済み</th></tr></thead>
    <tbody>\(HTML.each(tasks) { task in
      """
      <tr><th scope="row">\(TaskLabel(task: task, today: today).html)</th>\
      <td data-label="事例"><a href="/cases/\(task.caseFile.number)">\(task.caseLabel)</a> <span class="quiet">\(task.caseNumber)</span></td>\
      <td data-label="担当">\(task.staff.isEmpty ? "機関のだれか" : task.staff)</td><td>\(TaskButton(chrome: chrome, task: task, back: isMine ? "mine" : "section").html)</td></tr>
      """
    })</tbody></table></div>
    """
  }
}

/// やることを加える
struct TaskPage {
  let chrome: Chrome
  let file: OpenedFile
  let colleagues: [Colleague]
  let form: FormView

  var html: HTML {
    Page(
      title: "やることを加える", chrome: chrome, place: "/cases", crumbs: [("事例", "/cases"), (file.number, "/cases/\(file.id)")],
      reason: file.reason, hasErrors: !form.problems.isEmpty,
      content: """
        <div class="narrow"><h1>やることを加える <small>\(file.number)</small></h1>\(form.errorSummary)
        <form action="/cases/\(file.id.number)/tasks" method="post">\(FormView.tokens(chrome))
        \(form.text("what", "やること", need: .required))
        \(form.date("due", "期限"))
        \(form.select("staff", "担当", options: colleagues.map { (String($0.id.number), $0.name) }, blank: "機関のだれか"))
        <div class="actions"><button class="button">加える</button> <a href="/cases/\(file.id.number)">やめる</a></div></form></div>
        """
    ).html
  }
}
