import Casework

/// What somebody looks for (「検索」): a word, and where the pages stand.
struct SearchInput: Sendable {
  /// As typed, without surrounding white space, at most ``longest`` characters.
  let term: String
  let part: Part
  /// Page of people, from 0.
  let page: Int
  /// Notes older than this one.
  let before: NoteID?

  enum Part: String, Sendable { case both, people, notes }

  static let longest = 100
  /// Nobody pages further through people; a longer word is the better way.
  static let deepest = 50

  init(_ query: Fields) {
    term = String(query.trimmed("q").prefix(SearchInput.longest))
    part = Part(rawValue: query["part"]) ?? .both
    page = min(max(Int(query["page"]) ?? 0, 0), SearchInput.deepest)
    before = Int(query["before"]).flatMap { $0 > 0 ? NoteID($0) : nil }
  }
}
