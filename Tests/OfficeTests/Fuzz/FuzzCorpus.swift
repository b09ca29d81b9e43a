import Foundation

/// A number that looks random and is the same on every run.
struct FuzzDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &self)] }
  mutating func isOne(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}

/// What nobody should type, percent-encoded as a browser would never send it (「悪い入力」).
enum FuzzCorpus {
  /// A tag of ours: found in a page as markup, somebody's input was taken for markup.
  static let script = "<fz onload=alert(1)>"

  /// As text: wrong types, borders of numbers and dates, markup, SQL, paths, odd characters, long ones.
  static let texts: [String] = [
    "", " ", "　", "0", "-1", "1", "00", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "99999999999999999999999999",
    "1e308", "NaN", "0x7fffffff", "１２３", "٣", "½", "true", "null", "undefined", "[]", "{}", "on", "R8.13.45", "R0.0.0", "S64.1.8", "元年",
    "R999.1.1",
    "2026-02-30", "0000-00-00", "9999-12-31", "99999-01-01", "-2026-01-01", "明治45年7月31日", "80代", "2026-11-26T00:00:00Z", "25:99", "-0:-1",
    script, "\"><fz onload=alert(1)>", "'><fz onload=alert(1)>", "</textarea><fz onload=alert(1)>", "</title><fz onload=alert(1)>",
    "<!--<fz onload=alert(1)>", "javascript:alert(1)", "//example.invalid/", "/\\example.invalid", "\u{0}<fz onload=alert(1)>",
    "&lt;fz&gt;", "{{7*7}}", "${7*7}", "%n%s%d", "$(id)", "`id`", "|id", "; id", "../../../../etc/passwd", "..\\..\\", "file:///etc/passwd",
    "' OR '1'='1", "'; DROP TABLE note; --", "\" OR 1=1 --", "1; SELECT 1", "%' OR 1=1 --", "_%_%", "\\", "\\%", "NEAR(\"a\" \"b\")", "\"",
    "a AND b", "*", "佐*",
    "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r\nSet-Cookie: fz=1", "\r\n\r\n<fz onload=alert(1)>", "\u{0}", "a\u{0}b",
    "\u{1}\u{2}\u{1F}\u{7F}", "\u{85}",
    "\u{200B}", "\u{202E}逆さ", "\u{FEFF}", "\u{FFFE}", "\u{10FFFF}", "\u{E000}", "葛\u{E0100}", "𠮷", "が", "か\u{3099}", "👨‍👩‍👧‍👦", "﷽", "ﬀ",
    String(repeating: "e\u{301}\u{301}\u{301}", count: 500), String(repeating: "あ", count: 5_000), String(repeating: "A", count: 100_000),
    String(repeating: "<fz onload=alert(1)>", count: 200), String(repeating: "\n", count: 2_000), String(repeating: "9", count: 400),
    "（表示していません）", "1:1", "case:0", "case:-1", "resident:99999999", "record", "new", ":", "::", "0:", ":0", "1:plan:x",
  ]

  /// As bytes that are no UTF-8, or no percent-encoding.
  static let raw: [String] = [
    "%FF%FE", "%C0%AF", "%ED%A0%80", "%F4%90%80%80", "%E3%81", "%80", "%", "%2", "%zz", "%00", "a%00b", "%u3042", "+%2B+", "%26%3D",
    "%C3%28%A0%A1", "%F8%88%80%80%80",
  ]
}
