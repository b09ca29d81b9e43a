/// 「添付の決まり」 Which files may be attached. Their names, sizes and first bytes must agree; nothing that a browser would run gets in.
public enum AttachmentRule {
  /// 10 MB.
  public static let defaultMaxBytes = 10_000_000

  /// The kind of the file. `size` in bytes; `firstBytes`: the first 4 kB are enough (the whole of a smaller file).
  ///
  /// Throws when it is empty or too large, of a kind that is not taken (svg, html, macros, programs), or not what its name says.
  public static func check(name: String, size: Int, firstBytes: some Sequence<UInt8>, maxBytes: Int = defaultMaxBytes)
    throws(AttachmentRefusal) -> FileKind
  {
    guard size > 0 else { throw .empty }
    guard size <= maxBytes else { throw .tooLarge(size: size, limit: maxBytes) }
    guard let kind = FileKind(ending: ending(of: name)) else { throw .kindNotTaken(ending(of: name)) }
    guard kind.matches(Array(firstBytes)) else { throw .contentDiffers(kind) }
    return kind
  }

  /// 「安全なファイル名」 The name without folders, control and direction characters, and what file systems forbid; at most 100 characters, ending kept.
  public static func safeName(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    var cleaned = String(String.UnicodeScalarView(last.unicodeScalars.filter(isHarmless)))
    while let first = cleaned.first, first == "." || first.isWhitespace { cleaned.removeFirst() }
    while let end = cleaned.last, end == "." || end.isWhitespace { cleaned.removeLast() }
    let suffix = ending(of: cleaned)
    var stem = suffix.isEmpty ? cleaned : String(cleaned.dropLast(suffix.count + 1))
    if stem.isBlank { stem = "添付ファイル" }
    if reserved.contains(stem.uppercased()) { stem = "_" + stem }
    return String(stem.prefix(100)) + (suffix.isEmpty ? "" : "." + suffix)
  }

  /// The ending in lower case, at most 8 characters; empty when there is none.
  private static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    let ending = name[name.index(after: dot)...]
    return ending.count <= 8 && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } ? ending.lowercased() : ""
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return false
    case .format: return false
    default: return !"<>:\"|?*".unicodeScalars.contains(scalar)
    }
  }

  private static let reserved: Set<String> = Set(["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })
}

/// 「添付できない理由」
public enum AttachmentRefusal: Error, Hashable, Sendable {
  case empty
  case tooLarge(size: Int, limit: Int)
  case kindNotTaken(String)
  case contentDiffers(FileKind)

  /// The reason and what to do, in Japanese.
  public var message: String {
    switch self {
    case .empty: "ファイルが空です。中身のあるファイルを選び直してください。"
    case .tooLarge(let size, let limit): "ファイルが大きすぎます（\(Self.megabytes(size, .up))）。\(Self.megabytes(limit, .down))以下に縮めるか、分けて添付してください。"
    case .kindNotTaken(let ending):
      "\(ending.isEmpty ? "この形式" : "「.\(ending)」")のファイルは添付できません。PDF、画像（PNG・JPEG・WebP）、Word（docx）、Excel（xlsx）、CSV、テキストのどれかに直してください。"
    case .contentDiffers(let kind): "名前は\(kind.label)ですが、中身が違うようです。元のソフトで開いて\(kind.label)として保存し直してください。"
    }
  }

  /// Millions of bytes, as the form says them. A file just over the limit must not look equal to it.
  private static func megabytes(_ bytes: Int, _ rule: FloatingPointRoundingRule) -> String {
    let tenths = Int((Double(bytes) / 100_000).rounded(rule))
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)MB" : "\(tenths / 10).\(tenths % 10)MB"
  }
}
