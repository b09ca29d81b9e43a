/// 「コード」 One entry of a code list. Codes are never deleted: they end (reference §6).
public struct CodeItem: Hashable, Sendable, Codable {
  public let code: String
  public let label: String
  /// Nil: from the beginning.
  public let validFrom: CivilDate?
  /// The last day on which it may be chosen; nil: still valid.
  public let validTo: CivilDate?
  /// The code of the national report; nil when there is none.
  public let nationalCode: String?
  /// Smaller first; nil keeps the order of the file.
  public let sort: Int?
  /// 「その他(　)」: choosing it asks for words as well. Nil counts as false.
  public let freeText: Bool?

  public init(
    code: String, label: String, validFrom: CivilDate? = nil, validTo: CivilDate? = nil, nationalCode: String? = nil, sort: Int? = nil,
    freeText: Bool? = nil
  ) {
    self.code = code
    self.label = label
    self.validFrom = validFrom
    self.validTo = validTo
    self.nationalCode = nationalCode
    self.sort = sort
    self.freeText = freeText
  }

  /// May it be chosen on that day?
  public func isValid(on date: CivilDate) -> Bool {
    (validFrom.map { $0 <= date } ?? true) && (validTo.map { date <= $0 } ?? true)
  }
}

/// 「コード表」 A list of codes such as C-01 相談内容. Municipalities may add items and end them.
public struct CodeList: Hashable, Sendable, Codable {
  /// "C-01"
  public let id: String
  public let title: String
  public let items: [CodeItem]

  public init(id: String, title: String, items: [CodeItem]) {
    self.id = id
    self.title = title
    self.items = items
  }

  /// The items that may be chosen on a day, in order.
  public func items(on date: CivilDate) -> [CodeItem] {
    items.enumerated().filter { $0.element.isValid(on: date) }
      .sorted { ($0.element.sort ?? $0.offset, $0.offset) < ($1.element.sort ?? $1.offset, $1.offset) }
      .map(\.element)
  }

  /// The item of a code, ended ones included: old records must stay readable.
  public func item(_ code: String) -> CodeItem? {
    items.first { $0.code == code }
  }

  /// The label of a code; the code itself when the list does not know it.
  public func label(_ code: String) -> String {
    item(code)?.label ?? code
  }
}
