import Foundation

/// 「見出しの正規化」 The form of a header in which two spellings of one name are equal.
///
/// NFKC (half-width katakana and full-width letters become ordinary ones), every dash, hyphen, minus and long-vowel mark becomes ー, and
/// white space and invisible characters are left out. Upper and lower case stay different.
public func normalisedHeader(_ s: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in s.precomposedStringWithCompatibilityMapping.unicodeScalars {
    if scalar.properties.isWhitespace || scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control {
      continue
    }
    result.append(dashes.contains(scalar) ? "ー" : scalar)
  }
  return String(result)
}

/// - ‐ ‑ ‒ – — ― ⁃ − ─ ━ ー
private let dashes: Set<Unicode.Scalar> = [
  "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2043}", "\u{2212}", "\u{2500}", "\u{2501}", "\u{30FC}",
]
