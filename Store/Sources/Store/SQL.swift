/// 「SQL文」 SQL text and the values bound to it.
///
/// Interpolation binds: `"SELECT name FROM agency WHERE id = \(id)"` holds one `?` and one value, so what a user typed never becomes SQL.
/// The text is the key of the statement cache: let values vary, not text.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
  /// 「文」 The statement with a `?` for each value.
  public let text: String
  /// 「値」 The values, in the order of their `?`.
  public let values: [Value]

  /// 「SQL文」 A statement from its parts; `text` is trusted.
  public init(text: String, values: [Value] = []) {
    self.text = text
    self.values = values
  }

  /// 「SQL文」 A statement without values.
  public init(stringLiteral value: String) {
    self.init(text: value)
  }

  /// 「SQL文」 A statement from an interpolated literal.
  public init(stringInterpolation: Interpolation) {
    self.init(text: stringInterpolation.text, values: stringInterpolation.values)
  }

  /// 「連結」 Two statements one after the other, for conditions added one by one.
  public static func + (left: SQL, right: SQL) -> SQL {
    SQL(text: left.text + right.text, values: left.values + right.values)
  }

  /// 「差し込み」 Collects the text and the values of a literal.
  public struct Interpolation: StringInterpolationProtocol {
    var text = ""
    var values: [Value] = []

    /// 「用意」 Reserves room for what the compiler counted.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    /// 「本文」 SQL as written in the source.
    public mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    /// 「値」 Binds one value.
    public mutating func appendInterpolation(_ bindable: some Bindable) {
      text += "?"
      values.append(bindable.value)
    }

    /// 「値または空」 Binds one value, or NULL.
    public mutating func appendInterpolation(_ bindable: (some Bindable)?) {
      text += "?"
      values.append(bindable.value)
    }

    /// 「信頼できる断片」 Splices text without quoting: column and table names from the source, never anything a user sent.
    public mutating func appendInterpolation(raw fragment: String) {
      text += fragment
    }

    /// 「部分文」 Nests another statement with its values.
    public mutating func appendInterpolation(sql: SQL) {
      text += sql.text
      values += sql.values
    }

    /// 「一覧」 `(?,?,?)`; an empty list gives `()`, which SQLite's IN takes as "none".
    @inlinable
    public mutating func appendInterpolation(list: some Collection<some Bindable>) {
      appendList(list.map { $0.value })
    }

    /// 「一覧」 `(?,?,?)` of values of different kinds.
    public mutating func appendInterpolation(list: [any Bindable]) {
      appendList(list.map(\.value))
    }

    @usableFromInline
    mutating func appendList(_ list: [Value]) {
      text += "("
      for index in list.indices { text += index == 0 ? "?" : ",?" }
      text += ")"
      values += list
    }
  }
}
