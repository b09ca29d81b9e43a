import Casework
import Crypto
import Foundation
import Testing

@testable import Office

/// 確認コード, 回復コード, 二次元コード: what is computed.
@Suite struct OneTimeCodeTests {
  /// RFC 6238, appendix B, SHA-1; the last six of its eight digits.
  @Test(arguments: [
    (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"),
    (20_000_000_000, "353130"),
  ]) func `決まりの見本と同じ数字になる`(now: Int, expected: String) {
    let code = OneTimeCode(secret: Array("12345678901234567890".utf8))
    #expect(code.code(step: OneTimeCode.step(at: now)) == expected)
  }

  @Test func `時計が30秒までずれていても通り、それより前と後は通らない`() {
    let code = OneTimeCode.random()
    let now = 1_800_000_015
    let current = OneTimeCode.step(at: now)
    for skew in -1...1 { #expect(code.step(of: code.code(step: current + skew), at: now, after: 0) == current + skew) }
    for skew in [-3, -2, 2, 3] where !(-1...1).contains(where: { code.code(step: current + $0) == code.code(step: current + skew) }) {
      #expect(code.step(of: code.code(step: current + skew), at: now, after: 0) == nil)
    }
  }

  @Test func `使ったコードと、それより前のコードは通らない`() {
    let code = OneTimeCode(secret: Array("12345678901234567890".utf8))
    let now = 1_800_000_015
    let current = OneTimeCode.step(at: now)
    #expect(code.step(of: code.code(step: current), at: now, after: current) == nil)
    #expect(code.step(of: code.code(step: current - 1), at: now, after: current) == nil)
    #expect(code.step(of: code.code(step: current + 1), at: now, after: current) == current + 1)
  }

  @Test func `全角や空白を混ぜて入力しても通る`() {
    let code = OneTimeCode(secret: Array("12345678901234567890".utf8))
    #expect(code.step(of: " ２８７ ０８２ ", at: 59, after: 0) == 1)
    #expect(code.step(of: "", at: 59, after: 0) == nil)
    #expect(RecoveryCode.plain("ＡＢＣＤ－efgh jkmn-pq23") == "abcdefghjkmnpq23")
  }

  @Test func `認証アプリに渡す文字は、決まった形になる`() {
    let code = OneTimeCode(secret: Array("12345678901234567890".utf8))
    #expect(code.base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    #expect(code.groups.hasPrefix("GEZD GNBV "))
    #expect(code.link(signInName: "a.b") == "otpauth://totp/Tsunagi:a.b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tsunagi")
    #expect(OneTimeCode.random().secret.count == 20 && OneTimeCode.random().secret != OneTimeCode.random().secret)
  }

  @Test func `回復コードは人ごとに違う値で照合する`() {
    let code = RecoveryCode.fresh()
    #expect(code.count == 19)
    #expect(RecoveryCode.hash(code, of: StaffID(1)) == RecoveryCode.hash(code.uppercased(), of: StaffID(1)))
    #expect(RecoveryCode.hash(code, of: StaffID(1)) != RecoveryCode.hash(code, of: StaffID(2)))
  }
}

/// 二次元コード. The pictures were read back with another program's reader (zbar 0.23); what is held here is that they stay the same.
@Suite struct QRCodeTests {
  @Test(arguments: [
    ("つなぎ", 21, "d976db26d89013a3feda61ceea91e67da5001abad78df75e65ba0431d6b51d5e"),
    (
      "otpauth://totp/Tsunagi:a.b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tsunagi", 37,
      "6f59a46f61cf258f80305e4ed42fd0ec4b71ed42dacf918e691ba61cd13449e7"
    ),
  ]) func `読み取れることを確かめた絵と同じ`(text: String, size: Int, hash: String) throws {
    let code = try #require(QRCode(text))
    let picture = code.dark.map { String($0.map { $0 ? "#" : "." }) }.joined(separator: "\n")
    #expect(code.size == size && Hex.text(SHA256.hash(data: Array(picture.utf8))) == hash)
  }

  @Test func `どのサインイン名でも絵になり、長すぎる文字は絵にしない`() {
    #expect(QRCode(OneTimeCode.random().link(signInName: String(repeating: "w", count: 40))) != nil)
    #expect(QRCode(String(repeating: "a", count: 213))?.size == 57)
    #expect(QRCode(String(repeating: "a", count: 214)) == nil)
  }
}

/// 扉の鍵.
@Suite struct DoorKeyTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "key-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func `鍵は初めて使うときに作られ、ほかの人には読めない`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "doors.key")
    let key = DoorKey(folder: folder)
    #expect(!FileManager.default.fileExists(atPath: place.path))
    let sealed = try key.seal([1, 2, 3], for: "架空")
    let mode = try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["doors.key"])
    #expect(try DoorKey(folder: folder).unseal(sealed, for: "架空") == [1, 2, 3])
  }

  @Test func `別の用途、別の鍵、一文字違いでは開かない`() throws {
    let (one, other) = (try folder(), try folder())
    defer { for folder in [one, other] { try? FileManager.default.removeItem(at: folder) } }
    let key = DoorKey(folder: one)
    var sealed = try key.seal([1, 2, 3], for: "second_factor 1")
    #expect(throws: DoorKey.Unreadable.self) { try key.unseal(sealed, for: "second_factor 2") }
    #expect(throws: DoorKey.Unreadable.self) { try DoorKey(folder: other).unseal(sealed, for: "second_factor 1") }
    sealed[20] ^= 1
    #expect(throws: DoorKey.Unreadable.self) { try key.unseal(sealed, for: "second_factor 1") }
    #expect(throws: DoorKey.Unreadable.self) { try key.unseal([], for: "second_factor 1") }
  }
}
