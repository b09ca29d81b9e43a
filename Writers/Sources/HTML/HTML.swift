/// 「画面の断片」 A piece of an HTML page, held as UTF-8 bytes that are ready to send.
///
/// A string literal is trusted markup. A value interpolated into it is text and is escaped for where it may stand: between tags, or inside
/// an attribute value in double or single quotes. Always quote attributes. See ``HTML/StringInterpolation`` for the labels.
///
/// ```swift
/// let row: HTML = "<tr><td>\(name)</td><td><a href=\"\(href: address)\">開く</a></td></tr>"
/// ```
public struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// 「送るバイト列」 The markup in UTF-8.
  public private(set) var bytes: [UInt8]

  /// 「空の断片」 A piece with nothing in it.
  public static let empty = HTML()

  /// 「空の断片」 Makes a piece with nothing in it.
  public init() {
    bytes = []
  }

  /// 「固定の断片」 Makes a piece from a literal, which is taken as markup and not escaped.
  public init(stringLiteral value: String) {
    var value = value
    bytes = value.withUTF8 { Array($0) }
  }

  /// 「できた断片」 Markup that is HTML already: the bytes of another piece with something taken out. Never for text.
  public init(markup bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// 「組み立てた断片」 Makes a piece from an interpolated literal.
  public init(stringInterpolation: StringInterpolation) {
    bytes = stringInterpolation.bytes
  }

  /// 「文字列として」 The markup as a string.
  public var string: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// 「続けて置く」 Puts another piece after this one.
  public mutating func append(_ other: HTML) {
    bytes.append(contentsOf: other.bytes)
  }

  /// 「つなげた断片」 Two pieces, one after the other.
  public static func + (left: HTML, right: HTML) -> HTML {
    var result = left
    result.append(right)
    return result
  }

  /// 「続けて置く」 Puts the right piece after the left one.
  public static func += (left: inout HTML, right: HTML) {
    left.append(right)
  }

  /// 「ひとつずつ並べる」 Makes a piece of every element and puts them one after the other.
  @inlinable
  public static func each<S: Sequence>(_ s: S, _ make: (S.Element) -> HTML) -> HTML {
    var result = HTML()
    for element in s {
      result.append(make(element))
    }
    return result
  }

  /// 「条件つきで置く」 The piece if the condition holds, otherwise nothing. The piece is not made when it is not wanted.
  @inlinable
  public static func when(_ condition: Bool, _ make: @autoclosure () -> HTML) -> HTML {
    condition ? make() : HTML()
  }
}

extension Sequence where Element == HTML {
  /// 「区切りを入れてつなぐ」 The pieces one after the other, with the separator between each two.
  public func joined(separator: HTML = .empty) -> HTML {
    var result = HTML()
    var first = true
    for piece in self {
      if !first { result.append(separator) }
      result.append(piece)
      first = false
    }
    return result
  }
}
