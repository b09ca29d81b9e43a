import Foundation

/// 「つなぎの目安」 as ticked for one case: the municipality's criteria by key, and free words. It helps to decide and never blocks
/// (reference §3.1).
struct CoordinationChecklist: Codable, Sendable, Equatable {
  var ticked: [String] = []
  var words = ""

  init(ticked: [String], words: String) {
    self.ticked = ticked
    self.words = words
  }

  /// What was stored; an empty list where nothing was.
  init(stored: String) {
    do {
      self = try JSONDecoder().decode(CoordinationChecklist.self, from: Data(stored.utf8))
    } catch {
      self.init(ticked: [], words: "")
    }
  }

  var stored: String {
    do {
      return String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    } catch {
      return "{}"
    }
  }
}
