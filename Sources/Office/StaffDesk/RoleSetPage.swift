import Casework
import HTML

/// 役割の一括設定: for each person the roles before and after, to be looked at before anything changes.
struct RoleSetPage {
  let chrome: Chrome
  let input: RoleSetInput
  let templates: [RoleTemplate]
  let people: [RoleSetPerson]
  let form: FormView
  var isConflict = false

  var html: HTML {
    Page(
      title: "役割の一括設定", chrome: chrome, place: "/staff", crumbs: [("職員", "/staff")], hasErrors: !form.problems.isEmpty,
      content: """
        <h1>役割の一括設定</h1>\(form.errorSummary)\(isConflict ? conflict : .empty)
        <form action="/staff/roles" method="get" class="columns" aria-label="ひな形と始まる日を変える">\(chosen)
        \(form.select("template", "役割のひな形", options: templates.map { ($0.key, $0.name) }, need: .required))
        \(form.date("from", "始まる日", help: "空欄は今日から。"))
        <div class="item submit"><button class="button outline">変更の内容を見る</button></div></form>
        \(people.isEmpty ? "<p><a href=\"/staff\">職員の一覧に戻って選ぶ</a></p>" : table)\(send)
        """
    ).html
  }

  private var chosen: HTML { HTML.each(people) { "<input type=\"hidden\" name=\"staff\" value=\"\($0.id.number)\">" } }

  private var table: HTML {
    """
    <div class="table-box" tabindex="0" role="region" aria-label="変更の前と後"><table>
    <caption>変更の前と後（\(people.count)人）</caption>
    <thead><tr><th scope="col">職員</th><th scope="col">いまの役割</th><th scope="col">終わる役割</th>\
    <th scope="col">始まる役割</th><th scope="col">変更後</th></tr></thead><tbody>\(HTML.each(people, row))</tbody></table></div>
    """
  }

  private func row(_ person: RoleSetPerson) -> HTML {
    guard let template = input.template, let from = input.from else {
      return
        "<tr><th scope=\"row\">\(person.name) <span class=\"quiet\">\(person.agencyName)</span></th><td>\(RoleWording.held(person.held))</td><td></td><td></td><td></td></tr>"
    }
    let change = RoleChange(held: person.held, to: template.roles, from: from)
    let ending = change.ended.map(\.role.label).joined(separator: "、")
    let beginning = change.begun.map(\.label).joined(separator: "、")
    return """
      <tr><th scope="row">\(person.name) <span class="quiet">\(person.agencyName)</span></th><td>\(RoleWording.held(person.held))</td>\
      <td>\(ending.isEmpty ? "なし" : "\(ending)（\(change.lastDay.warekiShort)まで）")</td>\
      <td>\(beginning.isEmpty ? "なし" : "\(beginning)（\(from.warekiShort)から）")</td>\
      <td>\(change.changesNothing ? "変わりません" : template.roles.map(\.label).joined(separator: "、"))</td></tr>
      """
  }

  /// Offered only where everything could be read; the roles that were shown go along.
  private var send: HTML {
    guard !people.isEmpty, input.problems.isEmpty, let template = input.template, let from = input.from else { return .empty }
    return """
      <form action="/staff/roles" method="post">\(FormView.tokens(chrome))\(chosen)
      <input type="hidden" name="template" value="\(template.key)"><input type="hidden" name="from" value="\(from.warekiShort)">
      \(HTML.each(people) { "<input type=\"hidden\" name=\"\(RoleSetInput.seen($0.id))\" value=\"\($0.mark)\">" })
      <p class="help">終わる役割は、始まる日の前の日まで使えます。</p>
      <div class="actions"><button class="button">この内容で設定する</button> <a href="/staff">やめる</a></div></form>
      """
  }

  private var conflict: HTML {
    """
    <div class="banner warning" role="alert" tabindex="-1" id="error-summary"><h2>ほかの人が先に役割を変えました</h2>
    <p>何も設定していません。下の表はいまの役割です。確かめてから、もう一度「この内容で設定する」を押してください。</p></div>
    """
  }
}

/// 「職員の一覧」 The boxes and the two choices that lead to ``RoleSetPage``.
struct RoleSetPart {
  let templates: [RoleTemplate]

  var html: HTML {
    let form = FormView()
    return """
      <form id="role-set" action="/staff/roles" method="get"><fieldset class="item"><legend>選んだ職員の役割をまとめて変える</legend><div class="columns">
      \(form.select("template", "役割のひな形", options: templates.map { ($0.key, $0.name) }))
      \(form.date("from", "始まる日", help: "空欄は今日から。"))
      <div class="item submit"><button class="button outline">変更の内容を見る</button></div></div></fieldset></form>
      """
  }
}
