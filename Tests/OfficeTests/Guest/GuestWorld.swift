import Casework
import Foundation
import HTTPTypes
import Store
import Testing

@_spi(SampleTown) @testable import Office

/// A 支援会議 that the town has called, with two cases on its agenda and somebody from outside to be invited to the first.
struct GuestWorld {
  let world: MeetingWorld
  let meeting: Int
  /// What the guest is called for.
  let item: Int
  /// What is none of the guest's business.
  let foreign: Int

  static let canary = "カナリア架空三二一"
  var town: Town { world.town }
  var section: Visitor { world.section }

  static func open(mode: String = "inPerson", invites: Bool = true) async throws -> GuestWorld {
    let world = try await MeetingWorld.open(.preConsent, agrees: false)
    let other = try await world.another(1)
    let form = MeetingWorld.form("support", ["\(world.id):", "\(other):"], mode: mode)
    let reply = try await world.section.post("/meetings", form)
    try #require(reply.status == 303, "\(reply.text)")
    let meeting = reply.number
    _ = try await world.section.post("/meetings/\(meeting)/pledge", [("confirmed", "1")])
    if invites { try await world.invite(meeting, as: world.section) }
    let made = GuestWorld(
      world: world, meeting: meeting, item: try await world.item(meeting, 1), foreign: try await world.item(meeting, 2))
    try await made.prepare(made.item, points: "架空の決めたいこと", members: [])
    try await made.prepare(made.foreign, points: canary, members: [])
    return made
  }

  /// What is to be settled about an item, and which agencies of the directory are called for it.
  func prepare(_ item: Int, points: String, members: [Int]) async throws {
    let version = try await town.number("SELECT version FROM meeting_item WHERE id = \(item)")
    let fields = [("points", points), ("version", "\(version)")] + members.map { ("member", "\($0)") }
    let reply = try await section.post("/meetings/\(meeting)/items/\(item)", fields)
    try #require(reply.status == 303, "\(reply.text)")
  }

  func inviting(_ changes: [String: String] = [:]) -> [(String, String)] {
    var fields = ["position": "見本中学校 担任", "name": "架空 先生", "item": "\(item)", "question": "学校での様子を教えてください。"]
    for (name, value) in changes { fields[name] = value }
    return fields.sorted { $0.key < $1.key }
  }

  /// Invites the teacher; gives a browser at the link, and the code.
  func invite(_ changes: [String: String] = [:], at path: String = "") async throws -> (guest: GuestBrowser, code: String) {
    let reply = try await section.post("/meetings/\(meeting)/guests\(path)", inviting(changes))
    try #require(reply.status == 200, "\(reply.text)")
    let link = try #require(reply.text.firstMatch(of: /http:\/\/localhost(\/guest\/[0-9a-f]{64})</)).1
    let code = try #require(reply.text.firstMatch(of: /<strong>([0-9]{4}) ([0-9]{4})<\/strong>/))
    return (GuestBrowser(town: town, link: String(link)), String(code.1 + code.2))
  }

  /// The teacher behind the code, with the duty of secrecy confirmed.
  func entered(_ changes: [String: String] = [:]) async throws -> GuestBrowser {
    var (guest, code) = try await invite(changes)
    let entry = try await guest.enter(code)
    try #require(entry.status == 303, "\(entry.text)")
    let pledged = try await guest.post("/pledge", [("confirmed", "1")])
    try #require(pledged.status == 303, "\(pledged.text)")
    return guest
  }

  func member() async throws -> Int { try await town.number("SELECT id FROM meeting_member WHERE name = '架空 先生'") }

  /// The words and kinds of the audit entries of guests, oldest first: 「guest.see done guest 1 meeting 1 item 1」.
  func log() async throws -> [String] {
    try await town.office.database.settle()
    return try await town.office.database.read { reading in
      try reading.rows("SELECT act, outcome, subject FROM audit_entry WHERE act LIKE 'guest.%' ORDER BY id") {
        "\($0.text(0)) \($0.text(1)) \($0.text(2))"
      }
    }
  }
}

/// Somebody's browser at a link, with the one cookie that a guest door gave it.
struct GuestBrowser {
  let town: Town
  /// 「/guest/…」
  let link: String
  var cookie: String?
  /// Of staff, in the same browser.
  var staff: SessionToken?

  private var headers: HTTPFields {
    var pairs: [String] = []
    if let cookie { pairs.append("\(Incoming.guestCookieName)=\(cookie)") }
    if let staff { pairs.append("\(Incoming.cookieName)=\(staff.text)") }
    return pairs.isEmpty ? [:] : [.cookie: pairs.joined(separator: "; ")]
  }

  /// A path below the link, or any other when it is whole.
  private func whole(_ path: String) -> String { path.hasPrefix("//") ? String(path.dropFirst()) : link + path }

  func get(_ path: String = "") async throws -> Reply {
    try await Visitor(town: town, token: nil).send(.get, whole(path), body: nil, type: nil, headers: headers)
  }

  func post(_ path: String, _ fields: [(String, String)] = [], csrf: String? = nil) async throws -> Reply {
    let token = cookie.map { SessionToken(text: $0).formToken } ?? ""
    let body = ([("csrf", csrf ?? token)] + fields).map { "\(Answer.percentEncoded($0.0))=\(Answer.percentEncoded($0.1))" }
      .joined(separator: "&")
    return try await Visitor(town: town, token: nil).send(
      .post, whole(path), body: Array(body.utf8), type: "application/x-www-form-urlencoded", headers: headers)
  }

  /// Types the code; a right one leaves its cookie here.
  mutating func enter(_ code: String, _ more: [(String, String)] = []) async throws -> Reply {
    let reply = try await post("/entry", [("code", code)] + more)
    if let set = reply.headers[.setCookie], let value = set.firstMatch(of: /tsunagi-guest=([0-9a-f]+);/) { cookie = String(value.1) }
    return reply
  }
}
