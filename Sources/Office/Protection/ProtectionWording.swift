import Casework

/// Japanese for 支援措置.
enum ProtectionWording {
  /// What a protection says, label by label, for its page, its history and beside a conflict.
  static func facts(_ draft: ProtectionDraft, perpetrator: String, names: ProtectionNames) -> [(label: String, words: String)] {
    [
      ("種類", draft.kind?.label ?? ""), ("隠す範囲", draft.level?.label ?? ""), ("根拠", draft.basis),
      ("始まった日", draft.from?.wareki ?? ""), ("見直しの日", draft.until?.wareki ?? ""), ("加害者", perpetrator),
      ("知らせる機関", names.agencies(draft.cleared).joined(separator: "、")),
      ("つながりのある機関", names.agencies(draft.barredAgencies).joined(separator: "、")),
      ("つながりのある職員", names.staff(draft.barredStaff).joined(separator: "、")), ("気をつけること", draft.words),
    ]
  }

  /// What a change changed, a line each: 「隠す範囲　A → B」.
  static func changes(_ before: [(label: String, words: String)], _ after: [(label: String, words: String)]) -> String {
    zip(before, after).filter { $0.words != $1.words }.map { old, new in
      "\(new.label)　\(old.words.isEmpty ? "なし" : old.words) → \(new.words.isEmpty ? "なし" : new.words)"
    }.joined(separator: "\n")
  }

  static func event(_ event: ProtectionRecords.Event?) -> String {
    switch event {
    case .registered: "登録"
    case .changed: "変更"
    case .ended: "終了"
    case nil: "記録"
    }
  }

  static let kinds: [(code: String, label: String)] = Protection.Kind.allCases.map { ($0.rawValue, $0.label) }
  static let levels: [(code: String, label: String)] = Protection.Level.allCases.map { ($0.rawValue, $0.label) }
}
