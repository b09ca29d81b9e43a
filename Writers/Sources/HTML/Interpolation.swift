extension HTML {
  /// 「差し込み」 What may be written inside `\( )` in an ``HTML`` literal.
  ///
  /// There is no interpolation of any other type on purpose: an optional or a debug description would otherwise reach the page.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var bytes: [UInt8] = []

    /// 「差し込みの用意」 Called by the compiler; reserves room for the literal parts and an average value in each place.
    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    /// 「固定の部分」 Markup written in the source, taken as it is.
    public mutating func appendLiteral(_ literal: String) {
      var literal = literal
      literal.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// 「文字」 Text, escaped.
    public mutating func appendInterpolation(_ text: String) {
      appendEscaped(text, to: &bytes)
    }

    /// 「文字」 Text, escaped.
    public mutating func appendInterpolation(_ text: Substring) {
      appendEscaped(text, to: &bytes)
    }

    /// 「文字（ないこともある）」 Text, escaped; nothing for nil.
    public mutating func appendInterpolation(_ text: String?) {
      if let text { appendEscaped(text, to: &bytes) }
    }

    /// 「数」 A whole number in plain digits, without thousands marks.
    public mutating func appendInterpolation(_ number: Int) {
      appendDecimal(number, to: &bytes)
    }

    /// 「断片」 A piece made elsewhere, as it is.
    public mutating func appendInterpolation(_ piece: HTML) {
      bytes.append(contentsOf: piece.bytes)
    }

    /// 「断片（ないこともある）」 A piece made elsewhere, as it is; nothing for nil.
    public mutating func appendInterpolation(_ piece: HTML?) {
      if let piece { bytes.append(contentsOf: piece.bytes) }
    }

    /// 「断片の並び」 Pieces made elsewhere, one after the other.
    public mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { bytes.append(contentsOf: piece.bytes) }
    }

    /// 「行き先」 An address for `href`, `src` or `action`, escaped. An address that a browser might run as a script, or that has any scheme
    /// other than http, https, mailto and tel, becomes `#`.
    public mutating func appendInterpolation(href address: String) {
      if isSafeAddress(address) {
        appendEscaped(address, to: &bytes)
      } else {
        bytes.append(UInt8(ascii: "#"))
      }
    }

    /// 「属性」 A space and `name="value"`, or nothing for nil. The name is a literal because it is markup.
    public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
      guard let value else { return }
      bytes.append(UInt8(ascii: " "))
      appendMarkup(name)
      bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
      appendEscaped(value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }

    /// 「有無だけの属性」 A space and the name of a boolean attribute such as `checked`, or nothing.
    public mutating func appendInterpolation(flag name: StaticString, _ isSet: Bool) {
      guard isSet else { return }
      bytes.append(UInt8(ascii: " "))
      appendMarkup(name)
    }

    /// 「改行のある文字」 Text, escaped, with `<br>` for each line break (CR LF, LF or CR).
    public mutating func appendInterpolation(lines text: String) {
      appendEscapedLines(text, to: &bytes)
    }

    /// 「そのままの断片」 Markup held in a constant, as it is.
    public mutating func appendInterpolation(raw markup: StaticString) {
      appendMarkup(markup)
    }

    private mutating func appendMarkup(_ markup: StaticString) {
      if markup.hasPointerRepresentation {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
      } else {
        bytes.append(contentsOf: String(markup.unicodeScalar).utf8)
      }
    }
  }
}
