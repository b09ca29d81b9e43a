import Foundation

/// Files of the tests of imports, and small ones made on the spot.
enum Fixture {
  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")))
  }

  /// Open data in the new form: one row each, given as columns by name.
  static func openData(_ rows: [[String: String]]) -> [UInt8] {
    let header = ["全国地方公共団体コード", "ID", "地方公共団体名", "名称", "名称_カナ", "所在地_連結表記", "緯度", "経度", "電話番号", "郵便番号", "法人番号", "POIコード"]
    let usual = ["全国地方公共団体コード": "332151", "地方公共団体名": "架空市", "所在地_連結表記": "架空県架空市架空1-1"]
    let lines = rows.map { row in header.map { row[$0] ?? usual[$0] ?? "" }.joined(separator: ",") }
    return Array(([header.joined(separator: ",")] + lines).joined(separator: "\r\n").utf8)
  }
}
