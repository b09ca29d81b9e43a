import Foundation

/// Says in a finished file what Cairo cannot say: that it is Japanese, and that the title belongs into the title bar.
enum Catalogue {
  /// An incremental update (ISO 32000-1, 7.5.6) with a longer catalogue; the file before it stays as it is.
  static func finished(_ file: [UInt8]) throws(PrintingFault) -> [UInt8] {
    let tail = file.suffix(1024)
    guard let start = number(after: "startxref", in: tail), let root = number(after: "/Root", in: tail),
      let size = number(after: "/Size", in: tail),
      let info = number(after: "/Info", in: tail), let old = object(root, in: file)
    else { throw .finishing }
    var result = file
    if result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
    let place = result.count
    result += "\(root) 0 obj\n<<".utf8
    result += old
    result += "   /Lang (ja)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n".utf8
    let table = result.count
    let offset = String(repeating: "0", count: max(0, 10 - String(place).count)) + String(place)
    result += "xref\n\(root) 1\n\(offset) 00000 n \n".utf8
    result +=
      "trailer\n<< /Size \(size)\n   /Root \(root) 0 R\n   /Info \(info) 0 R\n   /Prev \(start)\n>>\nstartxref\n\(table)\n%%EOF\n".utf8
    return result
  }

  /// What stands between `<<` and the last `>>` of an object.
  private static func object(_ number: Int, in file: [UInt8]) -> ArraySlice<UInt8>? {
    guard let start = file.lastRange(of: Array("\n\(number) 0 obj\n<<".utf8)),
      let end = file[start.upperBound...].firstRange(of: Array("endobj".utf8)),
      let close = file[start.upperBound..<end.lowerBound].lastRange(of: Array(">>".utf8))
    else { return nil }
    return file[start.upperBound..<close.lowerBound]
  }

  private static func number(after word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    guard let place = bytes.lastRange(of: Array(word.utf8)) else { return nil }
    let digits = bytes[place.upperBound...].drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }.prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

extension BidirectionalCollection where Element == UInt8, SubSequence == ArraySlice<UInt8>, Index == Int {
  fileprivate func lastRange(of word: [UInt8]) -> Range<Int>? {
    var place = endIndex - word.count
    while place >= startIndex {
      if self[place] == word[0], self[place..<(place + word.count)].elementsEqual(word) { return place..<(place + word.count) }
      place -= 1
    }
    return nil
  }
}
