/// 「時刻」 Hour and minute, 00:00 to 23:59.
public struct ClockTime: Hashable, Sendable {
  public let hour: Int
  public let minute: Int

  /// Nil outside 00:00 to 23:59.
  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.hour = hour
    self.minute = minute
  }

  /// "09:30", as stored.
  public var stored: String { "\(CivilDate.padded(hour, to: 2)):\(CivilDate.padded(minute, to: 2))" }

  /// 「9時30分」
  public var inJapanese: String { minute == 0 ? "\(hour)時" : "\(hour)時\(minute)分" }

  /// Minutes since midnight.
  public var minutes: Int { hour * 60 + minute }

  /// Reads 9:00, 0900, 9時, 9時半, ９時３０分, 午後3時; nil for anything else.
  public init?(_ text: String) {
    let typed = text.halfWidth.filter { !$0.isWhitespace }
    let afternoon = typed.hasPrefix("午後")
    var rest = afternoon || typed.hasPrefix("午前") ? typed.dropFirst(2) : typed[...]
    if rest.hasSuffix("半") { rest = (String(rest.dropLast()) + "30")[...] }
    if rest.hasSuffix("分") { rest = rest.dropLast() }
    let fields = rest.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "時" || $0 == "." }.map(String.init)
    let numbers: [String]
    if fields.count == 1, fields[0].count == 3 || fields[0].count == 4 {
      numbers = [String(fields[0].dropLast(2)), String(fields[0].suffix(2))]
    } else if fields.count == 2 {
      numbers = [fields[0], fields[1].isEmpty && typed.contains("時") ? "0" : fields[1]]
    } else {
      return nil
    }
    guard numbers.allSatisfy({ $0.count <= 2 }), let hour = CivilDate.number(Array(numbers[0].utf8)[...]),
      let minute = CivilDate.number(Array(numbers[1].utf8)[...])
    else { return nil }
    guard afternoon || typed.hasPrefix("午前") else {
      self.init(hour: hour, minute: minute)
      return
    }
    guard hour <= 12 else { return nil }
    self.init(hour: hour % 12 + (afternoon ? 12 : 0), minute: minute)
  }

  /// Reads a time, or says in Japanese what to type.
  public static func parse(_ text: String) -> Result<ClockTime, ClockTimeProblem> {
    ClockTime(text).map { .success($0) } ?? .failure(ClockTimeProblem(text: text))
  }
}

/// 「時刻の誤り」
public struct ClockTimeProblem: Error, Hashable, Sendable {
  public let text: String

  public var message: String {
    text.isBlank ? "時刻を入れてください。例：9:30、0930" : "「\(text)」は時刻として読めません。9:30 や 0930 のように、24時間で入れてください。"
  }
}

extension ClockTime: Comparable {
  public static func < (a: ClockTime, b: ClockTime) -> Bool { a.minutes < b.minutes }
}

extension ClockTime: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let time = ClockTime(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time HH:MM: \(text)")
    }
    self = time
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(stored)
  }
}
