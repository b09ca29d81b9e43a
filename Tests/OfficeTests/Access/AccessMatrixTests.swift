import Casework
import Testing

@testable import Office

/// 扉×役割×関わり: what every door answers to everybody, as it was looked at and checked in.
struct AccessMatrixTests {
  @Test func `どの扉が誰に何を答えるかは、控えのとおり`() async throws {
    let trials = try await AccessWalk.shared.trials()
    try Golden.compare(Self.matrix(trials), "Tests/OfficeTests/Golden/access-matrix.txt")
  }

  /// One block a door; standings that answer alike share a line, roles that are answered alike share an entry.
  private static func matrix(_ trials: [AccessTrial]) -> String {
    var text = ""
    let byDoor = Dictionary(grouping: trials, by: \.door)
    for door in byDoor.keys.sorted(by: { $0.line < $1.line }) {
      text += "\(door.line)\n"
      let found = byDoor[door] ?? []
      if door.isOpen {
        text += "  anybody: \(found.map(\.outcome).joined(separator: " "))\n"
        continue
      }
      var lines: [(answers: String, standings: [String])] = []
      for standing in Standing.allCases {
        let answers = answers(found, standing)
        if let index = lines.firstIndex(where: { $0.answers == answers }) {
          lines[index].standings.append(standing.rawValue)
        } else {
          lines.append((answers, [standing.rawValue]))
        }
      }
      for line in lines {
        text +=
          "  \(line.standings.count == Standing.allCases.count ? "any standing" : line.standings.joined(separator: ", ")): \(line.answers)\n"
      }
      for (name, visitor) in [("signed out", AccessVisitor.signedOut), ("password due", .passwordDue)] {
        text += "  \(name): \(found.first { $0.visitor == visitor }?.outcome ?? "-")\n"
      }
    }
    return text
  }

  private static func answers(_ trials: [AccessTrial], _ standing: Standing) -> String {
    var roles: [String: [Role]] = [:]
    for trial in trials {
      guard case .staff(standing, let role) = trial.visitor else { continue }
      roles[trial.outcome, default: []].append(role)
    }
    return roles.sorted { $0.key < $1.key }.map { "\($0.key) \(named($0.value))" }.joined(separator: " | ")
  }

  private static func named(_ roles: [Role]) -> String {
    let set = Set(roles)
    if set == Set(Role.allCases) { return "everybody" }
    if set == Role.caseworkers { return "caseworkers" }
    if set == Set(Role.allCases).subtracting(Role.caseworkers) { return "all but caseworkers" }
    return set.count > 6
      ? "all but " + Role.allCases.filter { !set.contains($0) }.map(\.rawValue).joined(separator: " ")
      : roles.map(\.rawValue).joined(separator: " ")
  }
}
