/// A cell as it may be opened in a spreadsheet: with a leading apostrophe if the spreadsheet would take it for a formula.
///
/// A formula begins with = + - @ (also full-width), a tab or CR, perhaps behind characters one does not see. A lone 「-」, numbers and
/// telephone numbers begin so too and are left as they are.
func neutralised(_ cell: String) -> String {
  let scalars = cell.unicodeScalars
  guard let first = scalars.first, startsFormula(first) || isHidden(first) else { return cell }
  guard startsFormula(first) || scalars.first(where: { !isHidden($0) }).map(startsFormula) == true else { return cell }
  return cell == "-" || cell == "－" || isPlainNumber(cell) ? cell : "'" + cell
}

private func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": true
  default: false
  }
}

/// White space, zero-width and control characters, which hide what a cell begins with.
private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  let properties = scalar.properties
  return properties.isWhitespace || properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
    || properties.generalCategory == .format
}

/// A number or telephone number: an optional sign, a digit, then digits, spaces and `. , ( ) -` only.
private func isPlainNumber(_ cell: String) -> Bool {
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  var rest = cell.utf8[...]
  if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
  guard let first = rest.first, digits.contains(first) else { return false }
  return rest.allSatisfy { digits.contains($0) || " .,()-".utf8.contains($0) }
}
