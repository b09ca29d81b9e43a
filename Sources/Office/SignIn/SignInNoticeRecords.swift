import Casework
import Store

/// 「サインインのお知らせ」 What a person is told about their own account.
enum SignInNotice: String, Sendable {
  case newPlace, factorReset, recoveryCodeUsed

  var words: String {
    switch self {
    case .newPlace: "はじめての接続元からサインインがありました"
    case .factorReset: "管理者が、確認コードの設定を取り消しました"
    case .recoveryCodeUsed: "回復コードを使ったサインインがありました"
    }
  }
}

/// The only writer of `sign_in_notice`.
enum SignInNoticeRecords {
  static func tell(_ writing: Writing, _ notice: SignInNotice, to staff: StaffID, remote: String, browser: String, at now: Int) throws {
    try writing.run(
      """
      INSERT INTO sign_in_notice (staff_id, kind, remote, browser, at)
      VALUES (\(staff), \(notice.rawValue), \(remote), \(browser), \(now))
      """)
  }

  /// The person has looked at them from this address. What happened at this very address stays open for every other.
  static func seen(_ writing: Writing, by staff: StaffID, remote: String, at now: Int) throws {
    try writing.run(
      """
      UPDATE sign_in_notice SET told_at = CASE WHEN remote = \(remote) THEN told_at ELSE \(now) END,
        told_there = CASE WHEN remote = \(remote) THEN \(now) ELSE told_there END
      WHERE staff_id = \(staff) AND told_at IS NULL
      """)
  }
}
