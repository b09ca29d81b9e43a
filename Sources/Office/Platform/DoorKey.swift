import Casework
import Crypto
import Foundation
import Logging
import Synchronization

/// 「扉の鍵」 The key under which the secrets of second factors and the tickets between two steps of a sign-in are sealed.
///
/// It lies in the data folder as `doors.key`, readable for nobody else, and is made at first use. A copy of the database alone is then
/// of no use to somebody who wants to make codes; `tsunagi backup` leaves the key out and says so.
final class DoorKey: Sendable {
  static let fileName = "doors.key"
  private let folder: URL
  private let held = Mutex<SymmetricKey?>(nil)

  init(folder: URL) { self.folder = folder }

  /// - Parameter purpose: what it is for and whose; the same words are needed to open it again.
  func seal(_ bytes: [UInt8], for purpose: String) throws -> [UInt8] {
    guard let sealed = try AES.GCM.seal(bytes, using: key(), authenticating: Array(purpose.utf8)).combined else { throw Unreadable() }
    return Array(sealed)
  }

  /// - Throws: ``Unreadable`` for what this key did not seal, or not for this purpose.
  func unseal(_ sealed: [UInt8], for purpose: String) throws -> [UInt8] {
    let key = try key()
    do {
      return Array(try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: Array(purpose.utf8)))
    } catch { throw Unreadable() }
  }

  struct Unreadable: Error {}

  private func key() throws -> SymmetricKey {
    try held.withLock { held in
      if let held { return held }
      let place = folder.appending(path: DoorKey.fileName)
      if !FileManager.default.fileExists(atPath: place.path) { try DoorKey.make(at: place) }
      let bytes = try Data(contentsOf: place)
      guard bytes.count == 32 else { throw CocoaError(.fileReadCorruptFile) }
      let key = SymmetricKey(data: bytes)
      held = key
      return key
    }
  }

  /// Writes a new key under another name first, so that another process never reads half of one; whoever comes second takes the first's.
  private static func make(at place: URL) throws {
    let draft = place.deletingLastPathComponent().appending(path: ".\(fileName).part-\(RequestNumber.next())").path
    let descriptor = Foundation.open(draft, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
    defer { _ = unlink(draft) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) })
    try handle.synchronize()
    try handle.close()
    guard link(draft, place.path) == 0 || errno == EEXIST else { throw CocoaError(.fileWriteUnknown) }
  }
}

extension Office {
  /// Says in the log, for whoever looks after the machine, that the key in the data folder is not the one a secret was sealed with.
  func noteForeignKey(of staff: StaffID) {
    log.error("a second factor cannot be read with the key in the data folder", metadata: ["staff": "\(staff)"])
  }
}
