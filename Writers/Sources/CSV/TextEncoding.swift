/// 「文字コード」 How text is written as bytes in a file that a municipality hands over or receives.
///
/// CP932 is Shift_JIS as Windows writes it, with 髙, 﨑, ① and ㈱.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8, utf8WithBOM, cp932, utf16LE, utf16BE

  /// The byte order mark that a file in this encoding begins with when we write it.
  var mark: [UInt8] {
    switch self {
    case .utf8, .cp932: []
    case .utf8WithBOM: [0xEF, 0xBB, 0xBF]
    case .utf16LE: [0xFF, 0xFE]
    case .utf16BE: [0xFE, 0xFF]
    }
  }
}

/// 「読み取った文字」 Text read from bytes, with every place that could not be read.
public struct DecodedText: Sendable {
  /// 「本文」 The text, without a byte order mark. Each sequence that could not be read stands as 〓.
  public let text: String
  /// 「文字コード」 The encoding the bytes were read in.
  public let encoding: TextEncoding
  /// 「読めなかった箇所」 In the order of the file; the first ``faultLimit`` of them.
  public let faults: [TextFault]

  /// 「報告する箇所の上限」 A file that is not text at all would otherwise give a fault for almost every byte.
  public static let faultLimit = 1_000
}

/// 「読めなかった箇所」 A sequence of bytes that is no character in the encoding, or a character that the encoding does not define.
public struct TextFault: Sendable, Equatable {
  /// 「行」 The line of text, from 1. CR LF, LF and CR each end a line, also inside a quoted cell.
  public let line: Int
  /// 「桁」 The character in that line, from 1.
  public let column: Int
  /// 「位置」 Bytes before this one from the start of the file, the byte order mark included.
  public let offset: Int
  /// 「元のバイト」 The bytes that became one 〓.
  public let bytes: [UInt8]

  /// 「箇所を記す」 Notes a place that could not be read.
  public init(line: Int, column: Int, offset: Int, bytes: [UInt8]) {
    self.line = line
    self.column = column
    self.offset = offset
    self.bytes = bytes
  }
}
