import Foundation
import Logging
import Store

extension Office {
  /// Where the key of the second factors lies, once there is one. A copy leaves it out on purpose: it opens what the copy holds sealed.
  public var doorKeyPath: String? {
    let path = settings.dataFolder.appending(path: DoorKey.fileName).path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Copies the office as it is now into a new folder, while it goes on working (「控え」).
  ///
  /// The database first, then the attachments: files are only ever added, so every file the copy speaks of is there. The folder appears
  /// under its name only when it is complete.
  ///
  /// - Throws: ``CommandRefusal`` when something of that name is there already; the disk's own errors otherwise.
  public func backUp(to target: URL, as operator: String) async throws {
    let files = FileManager.default
    guard !files.fileExists(atPath: target.path) else {
      throw CommandRefusal("\(target.path) はすでにあります。まだない名前を指定してください。")
    }
    try await operate(as: `operator`, act: "backUp", subject: "office") { _ in }
    let draft = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).part-\(RequestNumber.next())")
    do {
      try files.createDirectory(at: draft, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try await database.backup(to: draft.appending(path: "tsunagi.sqlite").path)
      let attachments = settings.dataFolder.appending(path: "attachments")
      if files.fileExists(atPath: attachments.path) { try files.copyItem(at: attachments, to: draft.appending(path: "attachments")) }
      try files.moveItem(at: draft, to: target)
    } catch {
      do {
        if files.fileExists(atPath: draft.path) { try files.removeItem(at: draft) }
      } catch {
        log.warning("the unfinished backup could not be removed", metadata: ["path": "\(draft.path)"])
      }
      throw error
    }
  }
}
