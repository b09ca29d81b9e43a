import Casework
import Foundation

/// Puts right what spreadsheets do to numbers and addresses (「壊れた値」).
enum ImportedText {
  /// 「3.04E+12」: a number that a spreadsheet has cut short. Nothing can bring the lost digits back.
  static func isScientific(_ text: String) -> Bool {
    narrow(text).wholeMatch(of: /[0-9]+(\.[0-9]+)?[eE]\+?[0-9]+/) != nil
  }

  /// Full-width letters, digits and signs as half-width ones. For numbers and keys only, never for names.
  static func narrow(_ text: String) -> String { text.precomposedStringWithCompatibilityMapping }

  /// Digits in an address made half-width, and the many dashes between digits made one.
  ///
  /// - Returns: the address, and whether it held full-width digits.
  static func address(_ text: String) -> (text: String, wasWide: Bool) {
    var result = String.UnicodeScalarView()
    var wasWide = false
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if (0xFF10...0xFF19).contains(scalar.value), let digit = Unicode.Scalar(scalar.value - 0xFEE0) {
        result.append(digit)
        wasWide = true
      } else if isDash(scalar), index > 0, index + 1 < scalars.count, isDigit(scalars[index - 1]), isDigit(scalars[index + 1]) {
        result.append("-")
      } else {
        result.append(scalar)
      }
    }
    return (String(result), wasWide)
  }

  /// What makes two spellings of a name or an address the same: width, blanks, dashes and the two wave dashes do not count.
  ///
  /// Stored as `source_key`; changing it would make every re-import a first import.
  static func key(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in narrow(text).unicodeScalars where !scalar.properties.isWhitespace {
      if isDash(scalar) || scalar == "ー" {
        result.append("-")
      } else {
        result.append(scalar == "\u{301C}" ? "~" : scalar)
      }
    }
    return String(result)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0xFF70: true
    default: false
    }
  }
}

extension ImportedText {
  /// What a phone cell holds, and what to say about it.
  enum Phone: Equatable {
    case number(String)
    case repaired(String, String)
    case doubtful(String, String)
    case unusable(String)
  }

  /// (047)335-7361 → 047-335-7361; two numbers divided by a slash; a note in brackets behind; a lost leading zero.
  static func phone(_ text: String) -> Phone {
    if text.isEmpty { return .number("") }
    if isScientific(text) { return .unusable("「\(text)」は表計算ソフトで壊れた番号のため、取り込みません。元の番号を調べて入力してください。") }
    let parts = narrow(text).split { $0 == "/" || $0 == "、" || $0 == ";" }.map { part in
      part.trimmed.replacing(/^\((0[0-9]{1,4})\)-?/) { "\($0.output.1)-" }
    }
    let written = parts.joined(separator: "、")
    let digits = parts.map { part in part.prefix { $0 != "(" }.filter { $0.isASCII && $0.isNumber } }
    if digits.allSatisfy({ $0.hasPrefix("0") && ($0.count == 10 || $0.count == 11) }) { return .number(written) }
    if digits.count == 1, let only = digits.first, only.count == 9 || only.count == 10, !only.hasPrefix("0"), written == only {
      return .repaired("0\(only)", "電話番号の先頭の0を補いました。")
    }
    if digits.allSatisfy({ (5...8).contains($0.count) }) { return .doubtful(written, "市外局番がありません。市外局番を確かめて、画面で直してください。") }
    return .doubtful(written, "電話番号の桁数が合いません。確かめて、画面で直してください。")
  }

  /// A postal code as 272-0015; nil when it is none.
  static func postalCode(_ text: String) -> (code: String, wasShort: Bool)? {
    let digits = narrow(text).filter { $0.isASCII && $0.isNumber }
    let rest = narrow(text).filter { !($0.isASCII && $0.isNumber) && !isPostalMark($0) }
    guard rest.isEmpty, digits.count == 7 || digits.count == 6 else { return nil }
    let seven = digits.count == 6 ? "0" + digits : digits
    return ("\(seven.prefix(3))-\(seven.suffix(4))", digits.count == 6)
  }

  private static func isPostalMark(_ character: Character) -> Bool {
    character == "〒" || character.isWhitespace || character.unicodeScalars.allSatisfy { isDash($0) || $0 == "ー" }
  }
}
