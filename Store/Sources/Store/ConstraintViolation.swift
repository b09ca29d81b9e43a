internal import GRDB

/// 「制約違反」 What the database refused; anything else stays GRDB's `DatabaseError`.
public enum ConstraintViolation: Error, Hashable, Sendable {
  /// 「重複」 UNIQUE or PRIMARY KEY; the columns, as in "agency.code".
  case unique(String)
  /// 「参照先なし」 A foreign key points at nothing, or something still points here.
  case foreignKey
  /// 「値の条件」 CHECK; the name of the constraint, or its expression when it has none.
  case check(String)
  /// 「禁止された変更」 A trigger said no; its message.
  case trigger(String)

  /// 「翻訳」 The violation behind an error of SQLite, if it is one.
  init?(_ error: DatabaseError) {
    let message = error.message ?? ""
    let detail = message.firstIndex(of: ":").map { String(message[$0...].dropFirst(2)) } ?? message
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: self = .unique(detail)
    case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .foreignKey
    case .SQLITE_CONSTRAINT_CHECK: self = .check(detail)
    case .SQLITE_CONSTRAINT_TRIGGER: self = .trigger(message)
    default: return nil
    }
  }
}
