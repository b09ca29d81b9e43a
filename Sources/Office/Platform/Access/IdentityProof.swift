/// 「本人であることの確かめ」 What somebody typed to show that it is still them who sits there.
struct IdentityProof: Sendable {
  let password: String
  /// Six digits, or a recovery code.
  let code: String

  static let prefix = "confirm."
  static let passwordField = "confirm.password"
  static let codeField = "confirm.code"

  /// Takes the proof out of a form; nothing when there is none. Whatever is behind it never sees a password.
  static func taken(from form: inout Fields) -> IdentityProof? {
    guard form.pairs.contains(where: { $0.name.hasPrefix(prefix) }) else { return nil }
    let proof = IdentityProof(password: form[passwordField], code: form[codeField])
    form.remove(prefix: prefix)
    return proof
  }
}
