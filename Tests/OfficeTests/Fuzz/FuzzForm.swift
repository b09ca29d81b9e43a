import Foundation

@testable import Office

/// One form as somebody found it on a page: where it goes and what its boxes hold (「見つけた様式」).
struct FuzzForm: Sendable {
  let visitor: AccessVisitor
  let action: String
  var fields: [(name: String, value: String)]

  /// Every form that is posted from this page.
  static func all(on page: String, for visitor: AccessVisitor) -> [FuzzForm] {
    page.components(separatedBy: "<form ").dropFirst().compactMap { part in
      let form = part.components(separatedBy: "</form>")[0]
      let head = form.prefix { $0 != ">" }
      guard head.contains("method=\"post\""), let action = value("action", in: String(head)) else { return nil }
      return FuzzForm(visitor: visitor, action: action, fields: fields(in: form))
    }
  }

  private static func fields(in form: String) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    for kind in ["<input ", "<textarea ", "<select ", "<button "] {
      for part in form.components(separatedBy: kind).dropFirst() {
        let tag = String(part.prefix { $0 != ">" })
        guard let name = value("name", in: tag), name != "csrf" else { continue }
        let options = kind == "<select " ? part.components(separatedBy: "</select>")[0].components(separatedBy: "<option ").dropFirst() : []
        let chosen = options.compactMap { value("value", in: String($0.prefix { $0 != ">" })) }
        found.append((name, chosen.last ?? value("value", in: tag) ?? ""))
      }
    }
    return found
  }

  private static func value(_ name: String, in tag: String) -> String? {
    guard let start = (" " + tag).range(of: " \(name)=\"") else { return nil }
    return String((" " + tag)[start.upperBound...].prefix { $0 != "\"" })
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
        "&amp;", with: "&")
  }
}

extension FuzzForm {
  /// The form with one to three boxes spoilt, as the bytes that go over the wire.
  func spoilt(_ dice: inout FuzzDice, token: String) -> [UInt8] {
    var pairs = fields.map { (Answer.percentEncoded($0.name), Answer.percentEncoded($0.value)) }
    for _ in 0..<Int.random(in: 1...3, using: &dice) where !pairs.isEmpty {
      let place = Int.random(in: 0..<pairs.count, using: &dice)
      switch Int.random(in: 0..<12, using: &dice) {
      case 0: pairs.remove(at: place)
      case 1: pairs.append((pairs[place].0, Answer.percentEncoded(dice.pick(FuzzCorpus.texts))))
      case 2: pairs.append((Answer.percentEncoded(dice.pick(FuzzCorpus.texts)), "1"))
      case 3, 4: pairs[place].1 = dice.pick(FuzzCorpus.raw)
      default: pairs[place].1 = Answer.percentEncoded(dice.pick(FuzzCorpus.texts))
      }
    }
    pairs.removeAll { $0.0 == "submission" }
    let all = [("csrf", token), ("submission", dice.isOne(in: 20) ? dice.pick(FuzzCorpus.raw) : String(dice.next(), radix: 16))] + pairs
    return Array(all.map { "\($0.0)=\($0.1)" }.joined(separator: "&").utf8)
  }
}
