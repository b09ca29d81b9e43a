import Casework

/// 「サインインの途中の控え」 Carries who it is from the password to the code. Sealed, so that the page can hold it and nobody can make one.
struct SignInTicket: Sendable {
  let staff: StaffID
  /// Of the account; a password that was reset in between makes the ticket void.
  let version: Int
  /// Seconds since 1970.
  let at: Int
  let way: SignInWay

  /// Seconds for taking out a telephone.
  static let life = 300
  private static let purpose = "sign-in ticket"

  func sealed(_ key: DoorKey) throws -> String {
    Hex.text(try key.seal(Array("\(staff.number) \(version) \(at) \(way.rawValue)".utf8), for: SignInTicket.purpose))
  }

  /// Nothing for what is no ticket, or too old a one.
  static func read(_ text: String, _ key: DoorKey, now: Int) throws -> SignInTicket? {
    guard let sealed = Hex.bytes(text) else { return nil }
    let plain: [UInt8]
    do { plain = try key.unseal(sealed, for: purpose) } catch is DoorKey.Unreadable { return nil }
    let words = String(decoding: plain, as: UTF8.self).split(separator: " ").map(String.init)
    guard words.count == 4, let staff = Int(words[0]), let version = Int(words[1]), let at = Int(words[2]),
      let way = SignInWay(rawValue: words[3]), now - at <= life
    else { return nil }
    return SignInTicket(staff: StaffID(staff), version: version, at: at, way: way)
  }
}
