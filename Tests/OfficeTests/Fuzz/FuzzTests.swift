import Casework
import Foundation
import HTTPTypes
import Testing

@testable import Office

/// 悪い入力: every form of every page, spoilt thousands of times. Nothing may fail, and nothing typed may become markup.
///
/// `FUZZ_INPUTS` says how many; the default keeps `bin/test` short, `bin/fuzz` does the long run.
struct FuzzTests {
  /// Who between them can open every page that has a form.
  private static let visitors: [AccessVisitor] = [
    .staff(.own, .consultStaff), .staff(.own, .sectionSupervisor), .staff(.accepted, .consultStaff), .staff(.multi, .multiCoordinator),
    .staff(.programme, .cityManager), .staff(.programme, .cityStaff), .staff(.own, .systemAdministrator), .staff(.unrelated, .auditor),
  ]

  private static let inputs = ProcessInfo.processInfo.environment["FUZZ_INPUTS"].flatMap(Int.init) ?? 3_000
  private static let inputsPerTown = 400

  @Test func `どの様式に何を送られても、不具合の画面にならず、書かれた文字が画面の部品にならない`() async throws {
    let forms = try await Self.forms()
    #expect(forms.count > 60)
    var dice = FuzzDice(state: UInt64(Self.inputs))
    var statuses: [Int: Int] = [:]
    var sent = 0
    while sent < Self.inputs {
      let world = try await AccessWorld.open()
      for _ in 0..<min(Self.inputsPerTown, Self.inputs - sent) {
        sent += 1
        let form = dice.pick(forms)
        let browser = try await world.town.signedIn(form.visitor.signInName)
        let body = form.spoilt(&dice, token: browser.formToken)
        let reply = try await browser.send(.post, form.action, body: body, type: "application/x-www-form-urlencoded")
        statuses[reply.status, default: 0] += 1
        if reply.status >= 500 || reply.holdsMarkup {
          Issue.record("\(form.action) \(reply.status)：\(String(decoding: body.prefix(300), as: UTF8.self))")
        }
      }
      try await Self.lookForMarkup(world)
    }
    print("悪い入力 \(sent)件（様式\(forms.count)種）：\(statuses.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "))")
    #expect(statuses[422, default: 0] > 0)
  }

  @Test func `どのページのどの条件に何を送られても、不具合の画面にならない`() async throws {
    let world = try await AccessWorld.open()
    let doors = AccessWalk.doors(world.town.catalogue).filter { $0.method == "GET" && !$0.isOpen }
    let names = [
      "page", "q", "from", "until", "stage", "order", "range", "before", "case", "kind", "filter", "staff", "number", "agency",
      "coordination", "timing", "part",
      "code", "round", "reference", "resident", "consultation", "to", "next", "day", "month", "year",
    ]
    var dice = FuzzDice(state: 7)
    for _ in 0..<(Self.inputs / 3) {
      let visitor = dice.pick(Self.visitors)
      let door = dice.pick(doors)
      guard var path = world.filled(door.path, for: visitor.standing) else { continue }
      if dice.isOne(in: 4) { path = path.replacing(/[0-9]+/, with: Answer.percentEncoded(String(dice.pick(FuzzCorpus.texts).prefix(500)))) }
      let query = (0..<Int.random(in: 1...3, using: &dice)).map { _ in
        "\(dice.pick(names))=\(dice.isOne(in: 4) ? dice.pick(FuzzCorpus.raw) : Answer.percentEncoded(String(dice.pick(FuzzCorpus.texts).prefix(3_000))))"
      }
      let reply = try await world.town.signedIn(visitor.signInName).get("\(path)?\(query.joined(separator: "&"))")
      if reply.status >= 500 || reply.holdsMarkup { Issue.record("\(path)?\(query.joined(separator: "&")) \(reply.status)") }
    }
  }

  /// Every form that these people meet on the pages of the world.
  private static func forms() async throws -> [FuzzForm] {
    let world = try await AccessWorld.open()
    var found: [String: FuzzForm] = [:]
    for visitor in visitors {
      for door in AccessWalk.doors(world.town.catalogue) where door.method == "GET" && !door.isOpen {
        guard let path = world.filled(door.path, for: visitor.standing) else { continue }
        let reply = try await world.town.signedIn(visitor.signInName).get(path)
        guard reply.status == 200 else { continue }
        for form in FuzzForm.all(on: reply.text, for: visitor) where form.action != "/sign-out" {
          found["\(form.action) \(visitor.signInName)"] = form
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Looks at the pages on which what was typed is shown again.
  private static func lookForMarkup(_ world: AccessWorld) async throws {
    for visitor in visitors {
      let browser = try await world.town.signedIn(visitor.signInName)
      for door in AccessWalk.doors(world.town.catalogue) where door.method == "GET" && !door.isOpen {
        guard let path = world.filled(door.path, for: visitor.standing) else { continue }
        let reply = try await browser.get(path)
        if reply.status >= 500 || reply.holdsMarkup { Issue.record("\(path)：\(reply.status) \(visitor.signInName)") }
      }
    }
  }
}

extension Reply {
  /// What was typed has become part of a page. A file for a spreadsheet holds what was typed, and no browser runs it.
  fileprivate var holdsMarkup: Bool { (headers[.contentType]?.hasPrefix("text/html") ?? false) && contains("<fz") }
}
