/// 「支援経過の訂正」 A correction stands beside what it corrects: nothing is overwritten (reference §5.6).
public struct NoteCorrection: Hashable, Sendable, Codable {
  /// Why it was corrected; never empty.
  public let reason: String
  public let by: ActingStaff
  public let on: CivilDate
  /// What now stands in place of the struck text.
  public let replacement: Note

  /// Throws when the reason is missing or the replacement is itself not a valid note.
  public static func made(_ replacement: NoteDraft, reason: String, by staff: ActingStaff, on today: CivilDate) throws(NoteRefusal)
    -> NoteCorrection
  {
    var problems = replacement.problems(on: today)
    if reason.isBlank { problems.insert(.init("correction_reason", "訂正の理由が入っていません。なぜ直すのかを書いてください。元の記録は消えずに残ります。"), at: 0) }
    guard problems.isEmpty else { throw NoteRefusal(problems) }
    return NoteCorrection(reason: reason, by: staff, on: today, replacement: try Note.written(replacement, by: staff, on: today))
  }
}

/// 「支援経過とその訂正」
public struct NoteHistory: Hashable, Sendable, Codable {
  public let original: Note
  /// Oldest first.
  public let corrections: [NoteCorrection]

  public init(_ original: Note, corrections: [NoteCorrection] = []) {
    self.original = original
    self.corrections = corrections
  }

  /// What counts now.
  public var current: Note { corrections.last?.replacement ?? original }

  /// What is shown struck through, oldest first; empty when nothing was corrected.
  public var struckThrough: [Note] {
    corrections.isEmpty ? [] : [original] + corrections.dropLast().map(\.replacement)
  }

  /// The history with one more correction; the earlier texts stay.
  public func corrected(_ correction: NoteCorrection) -> NoteHistory {
    NoteHistory(original, corrections: corrections + [correction])
  }
}
