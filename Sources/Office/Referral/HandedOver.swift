import Casework
import Foundation

/// Exactly what was handed over with a つなぎ (「渡した内容」): kept as it was said on that day, never changed afterwards.
///
/// Words, not codes, so that a later code list cannot make it say something else.
struct HandedOver: Codable, Sendable, Equatable {
  var caseNumber: String
  /// ISO date of the request.
  var on: String
  var asking: Asking
  var person: Person
  var consultation: Consultation?
  var household: [Member]
  var notes: [Note]

  /// The same with the words that must not reach the other side covered, wherever somebody typed them.
  func covered(with terms: [String]) throws -> HandedOver {
    guard !terms.isEmpty else { return self }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let inJSON = try terms.map { Array(try encoder.encode($0).dropFirst().dropLast()) }.sorted { $0.count > $1.count }
    let bytes = Veil.cover(Array(try encoder.encode(self)), inJSON, with: Array(PersonSight.mask.utf8))
    return try JSONDecoder().decode(HandedOver.self, from: Data(bytes))
  }

  struct Asking: Codable, Sendable, Equatable {
    var from: String
    var fromStaff: String
    var to: String
    var reason: String
    var asked: String
    var wishes: String
    var priorContact: String
    var accompany: String
    var explained: String
    var agreement: String
    /// 「共有を望まない機関・事項」, so that the receiver knows what not to pass on; nothing in what was handed over before that was kept.
    var unwanted: String?
  }

  struct Person: Codable, Sendable, Equatable {
    /// What the case is called in lists; stands in for a name nobody knows.
    var label: String
    var name: String
    var kana: String
    var otherName: String
    var sex: String
    var birth: String
    var address: String
    var phone: String
  }

  struct Consultation: Codable, Sendable, Equatable {
    var number: String
    var received: String
    var channel: String
    var caller: String
    var urgency: String
    var concerns: [Concern]
    var words: String
  }

  struct Concern: Codable, Sendable, Equatable {
    var label: String
    /// ◎
    var isMain: Bool
    var note: String
  }

  struct Member: Codable, Sendable, Equatable {
    var name: String
    var relation: String
    var birth: String
    var livesTogether: Bool
    var note: String
  }

  struct Note: Codable, Sendable, Equatable {
    var held: String
    var method: String
    var counterpart: String
    var title: String
    var facts: String
    var opinion: String
    var by: String
  }
}
