/// 「文字」 Words on paper: plain, strong, or with furigana. A string literal is plain text.
///
/// ```swift
/// let words: Text = "お住まいのこと"
/// let plain = Text(ruby: "｜相談《そうだん》の｜計画《けいかく》") + Text(strong: "です")
/// ```
public struct Text: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// 「ひと続きの文字」 A piece of text that looks the same throughout.
  public struct Run: Sendable, Equatable {
    /// 「文字」 May hold line breaks.
    public var text: String
    /// 「ふりがな」 Over the text, or none.
    public var ruby: String?
    /// 「太字」 Whether it is printed heavier.
    public var isStrong: Bool
  }

  /// 「ひと続きごとの文字」 In reading order.
  public private(set) var runs: [Run]

  /// 「文字」 Plain text.
  public init(_ text: String) {
    runs = text.isEmpty ? [] : [Run(text: text, ruby: nil, isStrong: false)]
  }

  /// 「文字（ないこともある）」 Plain text, or nothing.
  public init(_ text: String?) {
    self.init(text ?? "")
  }

  /// 「固定の文字」 Plain text.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// 「太字」 Heavier text.
  public init(strong text: String) {
    runs = text.isEmpty ? [] : [Run(text: text, ruby: nil, isStrong: true)]
  }

  /// 「ふりがな付きの文字」 Text with furigana over it.
  public init(_ text: String, ruby: String) {
    runs = [Run(text: text, ruby: ruby, isStrong: false)]
  }

  /// 「ふりがなを書き込んだ文字」 Text in which furigana is written as `｜漢字《かんじ》`, the notation of Aozora Bunko. A sign that does not
  /// belong to a whole pair stays as it is written.
  public init(ruby marked: String) {
    runs = []
    var plain = ""
    var rest = marked[...]
    while let bar = rest.firstIndex(of: "｜") {
      let after = rest[rest.index(after: bar)...]
      guard let open = after.firstIndex(of: "《"), let close = after[open...].firstIndex(of: "》"), open > after.startIndex,
        !after[..<open].contains("｜")
      else {
        plain += rest[...bar]
        rest = after
        continue
      }
      plain += rest[..<bar]
      self += Text(plain)
      plain = ""
      self += Text(String(after[..<open]), ruby: String(after[after.index(after: open)..<close]))
      rest = after[after.index(after: close)...]
    }
    self += Text(plain + rest)
  }

  /// 「つなげた文字」 One after the other.
  public static func + (left: Text, right: Text) -> Text {
    var result = left
    result += right
    return result
  }

  /// 「続けて置く」 Puts the right text after the left one.
  public static func += (left: inout Text, right: Text) {
    left.runs += right.runs
  }

  /// 「文字列として」 The words without furigana.
  public var string: String { runs.map(\.text).joined() }

  /// 「空かどうか」 Whether there is nothing to read.
  public var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }

  /// The same words, all of them heavier.
  package var strengthened: Text {
    var result = self
    for index in result.runs.indices { result.runs[index].isStrong = true }
    return result
  }
}
