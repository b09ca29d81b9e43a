import Foundation

/// 「様式とコードの一式」 The forms and code lists that are in force in an office, all versions.
public struct FormCatalogue: Hashable, Sendable, Codable {
  public let lists: [CodeList]
  public let forms: [FormDefinition]

  /// Throws ``FormCatalogueProblem`` when ids repeat, a list is missing or a code repeats.
  public init(lists: [CodeList], forms: [FormDefinition]) throws(FormCatalogueProblem) {
    self.lists = lists
    self.forms = forms
    try check()
  }

  /// Reads {"lists": […], "forms": […]}.
  public init(json: Data) throws(FormCatalogueProblem) {
    let content: Content
    do {
      content = try JSONDecoder().decode(Content.self, from: json)
    } catch {
      throw .unreadable(String(describing: error))
    }
    try self.init(lists: content.lists, forms: content.forms)
  }

  private struct Content: Codable {
    let lists: [CodeList]
    let forms: [FormDefinition]
  }

  /// The definition in force on a day: the latest one valid from that day or before.
  public func definition(id: String, on date: CivilDate) -> FormDefinition? {
    forms.filter { $0.id == id && $0.validFrom <= date }.max { ($0.validFrom, $0.version) < ($1.validFrom, $1.version) }
  }

  /// The definition an old answer was given under.
  public func definition(id: String, version: Int) -> FormDefinition? {
    forms.first { $0.id == id && $0.version == version }
  }

  /// The list with that id.
  public func list(_ id: String) -> CodeList? {
    lists.first { $0.id == id }
  }

  /// The label of a code in a list; the code itself when unknown.
  public func label(_ code: String, in list: String) -> String {
    self.list(list)?.label(code) ?? code
  }

  /// 「自治体の上書き」 Lists and form versions of a municipality replace those with the same id (and version); the rest stays.
  public func overlaid(by own: FormCatalogue) throws(FormCatalogueProblem) -> FormCatalogue {
    let kept = lists.filter { list in !own.lists.contains { $0.id == list.id } }
    let keptForms = forms.filter { form in !own.forms.contains { $0.id == form.id && $0.version == form.version } }
    return try FormCatalogue(lists: kept + own.lists, forms: keptForms + own.forms)
  }

  /// As ``FormDefinition/check(_:complete:)``, and that every code was on offer on that day.
  public func check(_ answers: Answers, form: FormDefinition, complete: Bool, on date: CivilDate) -> [FieldProblem] {
    form.check(answers, complete: complete)
      + form.fields.filter { !$0.typed }.flatMap { codeProblems($0, answers[$0.id], on: date, path: $0.id) }
  }

  private func codeProblems(_ field: FormField, _ answer: AnswerValue?, on date: CivilDate, path: String) -> [FieldProblem] {
    let codes: [String]
    switch answer {
    case .choice(let code, _): codes = code.isEmpty ? [] : [code]
    case .choices(let several, _): codes = several
    case .concerns(let concerns): codes = concerns.codes.sorted()
    case .rows(let rows):
      guard case .rows(let columns) = field.kind else { return [] }
      return rows.enumerated().flatMap { index, row in
        columns.flatMap { codeProblems($0, row[$0.id], on: date, path: "\(path).\(index + 1).\($0.id)") }
      }
    default: return []
    }
    guard let id = field.kind.list, let list = list(id) else { return [] }
    return codes.filter { list.item($0)?.isValid(on: date) != true }.map {
      FieldProblem(path, "「\(field.label)」の「\(list.label($0))」は今は選べません。一覧から選び直してください。")
    }
  }
}

extension FormCatalogue {
  private func check() throws(FormCatalogueProblem) {
    if let id = Self.repeated(lists.map(\.id)) { throw .repeated("コード表", id) }
    if let id = Self.repeated(forms.map { "\($0.id) 第\($0.version)版" }) { throw .repeated("様式", id) }
    for list in lists {
      if let code = Self.repeated(list.items.map(\.code)) { throw .repeated("コード表\(list.id)のコード", code) }
    }
    for form in forms {
      if let id = Self.repeated(form.fields.map(\.id)) { throw .repeated("様式\(form.id)の項目", id) }
      for field in form.fields { try checkLists(of: field, in: form) }
    }
  }

  private func checkLists(of field: FormField, in form: FormDefinition) throws(FormCatalogueProblem) {
    if let id = field.kind.list, list(id) == nil { throw .listMissing(list: id, form: form.id, field: field.id) }
    guard case .rows(let columns) = field.kind else { return }
    for column in columns { try checkLists(of: column, in: form) }
  }

  private static func repeated(_ ids: [String]) -> String? {
    var seen: Set<String> = []
    return ids.first { !seen.insert($0).inserted }
  }
}

/// 「様式データの誤り」 Why a catalogue cannot be used.
public enum FormCatalogueProblem: Error, Hashable, Sendable {
  case unreadable(String)
  case repeated(String, String)
  case listMissing(list: String, form: String, field: String)

  public var message: String {
    switch self {
    case .unreadable(let why): "様式のデータを読めません。JSONの書き方を確かめてください。（\(why)）"
    case .repeated(let what, let id): "\(what)に「\(id)」が2つあります。どちらかを消すか、別の名前にしてください。"
    case .listMissing(let list, let form, let field): "様式\(form)の項目\(field)が使うコード表\(list)がありません。コード表を加えてください。"
    }
  }
}
