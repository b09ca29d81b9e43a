import Casework
import HTML

/// The fields of one form with what was typed and what is wrong (「入力欄」). Server-rendered; works without a script.
struct FormView {
  /// What the fields show.
  let fields: Fields
  let problems: [FieldProblem]

  init(_ fields: Fields = Fields(), problems: [FieldProblem] = []) {
    self.fields = fields
    self.problems = problems
  }

  enum Need { case required, optional, unmarked }
  enum Width: String {
    case short, medium, long
    /// Two columns where there is room.
    case wide
  }

  /// The hidden fields every form carries: the session's token and a number that makes sending twice harmless.
  static func tokens(_ chrome: Chrome) -> HTML {
    """
    <input type="hidden" name="csrf" value="\(chrome.formToken)"><input type="hidden" name="submission" value="\(Hex.fresh())">
    """
  }

  /// The banner at the top of a form that came back, with a link to each field in page order.
  var errorSummary: HTML {
    guard !problems.isEmpty else { return .empty }
    return """
      <div class="banner error" role="alert" tabindex="-1" id="error-summary"><h2>入力内容に誤りがあります（\(problems.count)件）</h2>
      <ul>\(HTML.each(problems) { "<li><a href=\"#\(FormView.anchor($0.fieldID))\">\($0.sentence)</a></li>" })</ul>
      <p>入力した内容は残っています。</p></div>
      """
  }

  func text(
    _ name: String, _ label: String, need: Need = .unmarked, help: String? = nil, width: Width = .long, type: String = "text",
    inputMode: String? = nil, autocomplete: String = "off", isDate: Bool = false,
    isPast: Bool = false
  ) -> HTML {
    """
    <div class="item\(HTML.when(width == .wide, " wide"))">\(labelPart(name, label, need, help))
    <input class="field \(width.rawValue)" id="\(FormView.anchor(name))" name="\(name)" type="\(type)" value="\(type == "password" ? "" : fields[name])"\
    \(attribute: "inputmode", inputMode) autocomplete="\(autocomplete)"\(flag: "data-date", isDate)\(flag: "data-past", isPast)\(invalid(name))\(described(name, help))>
    \(errorPart(name))</div>
    """
  }

  /// One box that takes 和暦 and 西暦; the script shows the other reading, the server decides.
  /// With `isPast` a month and a day alone are enough: the latest such day.
  func date(
    _ name: String, _ label: String, need: Need = .unmarked, partial: Bool = false, help: String? = nil, isPast: Bool = false
  ) -> HTML {
    let example = partial ? "例）S33.4.1、昭和33年、1958-04-01、80代、不詳" : "例）R8.11.21、令和8年11月21日、2026-11-21"
    return text(name, label, need: need, help: help.map { "\($0) \(example)" } ?? example, width: .medium, isDate: true, isPast: isPast)
  }

  func area(_ name: String, _ label: String, need: Need = .unmarked, help: String? = nil, rows: Int = 4) -> HTML {
    """
    <div class="item">\(labelPart(name, label, need, help))
    <textarea class="field" id="\(FormView.anchor(name))" name="\(name)" rows="\(rows)"\(invalid(name))\(described(name, help))>
    \(fields[name])</textarea>
    \(errorPart(name))</div>
    """
  }

  func select(
    _ name: String, _ label: String, options: [(code: String, label: String)], need: Need = .unmarked, help: String? = nil,
    blank: String? = "選択してください", free: Set<String> = []
  ) -> HTML {
    """
    <div class="item">\(labelPart(name, label, need, help))
    <select class="field" id="\(FormView.anchor(name))" name="\(name)"\(invalid(name))\(described(name, help))>
    \(blank.map { "<option value=\"\">\($0)</option>" as HTML } ?? .empty)\(HTML.each(options) {
      "<option value=\"\($0.code)\"\(flag: "selected", fields[name] == $0.code)\(flag: "data-free", free.contains($0.code))>\($0.label)</option>"
    })</select>
    \(errorPart(name))</div>
    """
  }

  /// A select whose options stand in named groups.
  func select(
    _ name: String, _ label: String, groups: [(label: String, options: [(code: String, label: String)])], need: Need = .unmarked,
    help: String? = nil
  ) -> HTML {
    """
    <div class="item">\(labelPart(name, label, need, help))
    <select class="field" id="\(FormView.anchor(name))" name="\(name)"\(invalid(name))\(described(name, help))>
    <option value="">選択してください</option>\(HTML.each(groups) { group in
      """
      <optgroup label="\(group.label)">\(HTML.each(group.options) {
        "<option value=\"\($0.code)\"\(flag: "selected", fields[name] == $0.code)>\($0.label)</option>"
      })</optgroup>
      """
    })</select>
    \(errorPart(name))</div>
    """
  }

  /// - Parameter free: choices that ask for words of their own; see ``withWords(_:_:_:)``.
  func radios(
    _ name: String, _ legend: String, options: [(code: String, label: String)], need: Need = .unmarked, help: String? = nil,
    free: Set<String> = []
  ) -> HTML {
    choices(name, legend, type: "radio", options: options, need: need, help: help, free: free) { fields[name] == $0 }
  }

  func checkboxes(
    _ name: String, _ legend: String, options: [(code: String, label: String)], need: Need = .unmarked, help: String? = nil,
    free: Set<String> = []
  ) -> HTML {
    let chosen = Set(fields.all(name))
    return choices(name, legend, type: "checkbox", options: options, need: need, help: help, free: free) { chosen.contains($0) }
  }

  /// Choices with a box for the words of 「その他」, which shows when that is chosen, holds words, or is wrong. A browser that cannot tell
  /// shows it always.
  func withWords(_ choices: HTML, _ name: String, _ label: String) -> HTML {
    """
    <div class="with-words">\(choices)<div class="item words">\(labelPart(name, label, .unmarked, nil))
    <input class="field medium" id="\(FormView.anchor(name))" name="\(name)" type="text" value="\(fields[name])" placeholder=" "\
     autocomplete="off"\(invalid(name))\(described(name, nil))>
    \(errorPart(name))</div></div>
    """
  }

  /// A single yes or no.
  func flag(_ name: String, _ label: String, help: String? = nil) -> HTML {
    """
    <div class="item"><label class="choice"><input type="checkbox" id="\(FormView.anchor(name))" name="\(name)" value="1"\
    \(flag: "checked", fields.isOn(name))\(described(name, help))> <span>\(label)</span></label>
    \(helpPart(name, help))\(errorPart(name))</div>
    """
  }

  func hidden(_ name: String) -> HTML { "<input type=\"hidden\" name=\"\(name)\" value=\"\(fields[name])\">" }

  /// The element id of a field; also where the error summary links to.
  static func anchor(_ name: String) -> String { "f-\(name)" }
}

extension FormView {
  private func choices(
    _ name: String, _ legend: String, type: String, options: [(code: String, label: String)], need: Need, help: String?,
    free: Set<String>, isChosen: (String) -> Bool
  ) -> HTML {
    """
    <fieldset class="item" id="\(FormView.anchor(name))" tabindex="-1"\(described(name, help))>
    <legend>\(legend)\(needPart(need))</legend>\(helpPart(name, help))
    <div class="choices">\(HTML.each(options) { option in
      """
      <label class="choice"><input type="\(type)" name="\(name)" value="\(option.code)"\(flag: "checked", isChosen(option.code))\
      \(flag: "data-free", free.contains(option.code))> \
      <span>\(option.label)</span></label>
      """
    })</div>\(errorPart(name))</fieldset>
    """
  }

  private func labelPart(_ name: String, _ label: String, _ need: Need, _ help: String?) -> HTML {
    "<label for=\"\(FormView.anchor(name))\">\(label)\(needPart(need))</label>\(helpPart(name, help))"
  }

  private func needPart(_ need: Need) -> HTML {
    switch need {
    case .required: " <span class=\"need\">※必須</span>"
    case .optional: " <span class=\"may\">※任意</span>"
    case .unmarked: .empty
    }
  }

  private func helpPart(_ name: String, _ help: String?) -> HTML {
    help.map { "<p class=\"help\" id=\"\(FormView.anchor(name))-help\">\($0)</p>" } ?? .empty
  }

  private func message(_ name: String) -> String? { problems.first { $0.fieldID == name }?.sentence }

  private func errorPart(_ name: String) -> HTML {
    message(name).map { "<p class=\"problem\" id=\"\(FormView.anchor(name))-problem\">＊\($0)</p>" } ?? .empty
  }

  private func invalid(_ name: String) -> HTML { message(name) == nil ? .empty : " aria-invalid=\"true\"" }

  private func described(_ name: String, _ help: String?) -> HTML {
    let ids =
      (message(name) == nil ? [] : ["\(FormView.anchor(name))-problem"]) + (help == nil ? [] : ["\(FormView.anchor(name))-help"])
    return "\(attribute: "aria-describedby", ids.isEmpty ? nil : ids.joined(separator: " "))"
  }
}
