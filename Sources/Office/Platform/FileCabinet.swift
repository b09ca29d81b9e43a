import Crypto
import Dispatch
import Foundation

/// Where attachments lie (「ファイル庫」): outside anything that is served, named by their SHA-256, never by what a browser called them.
struct FileCabinet: Sendable {
  let folder: URL
  private let queue = DispatchQueue(label: "tsunagi.files")

  init(folder: URL) { self.folder = folder }

  /// Keeps the bytes durably and gives back their SHA-256 in hexadecimal.
  func keep(_ bytes: [UInt8]) async throws -> String {
    let name = Hex.text(SHA256.hash(data: bytes))
    try await onDisk {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let place = folder.appending(path: name)
      // Touched, so that a disposal under way does not take it from under who brings it again.
      guard !FileManager.default.fileExists(atPath: place.path) else {
        return try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: place.path)
      }
      let draft = folder.appending(path: "\(name).part-\(UInt32.random(in: .min ... .max))")
      try Data(bytes).write(to: draft)
      let handle = try FileHandle(forUpdating: draft)
      try handle.synchronize()
      try handle.close()
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft.path)
      _ = rename(draft.path, place.path)
    }
    return name
  }

  /// Removes a file for good.
  ///
  /// - Returns: false when it was brought within the last ten minutes, so that somebody may be about to need it.
  func remove(_ sha256: String) async throws -> Bool {
    try await onDisk {
      let place = folder.appending(path: sha256)
      guard FileManager.default.fileExists(atPath: place.path) else { return true }
      let kept = try FileManager.default.attributesOfItem(atPath: place.path)[.modificationDate] as? Date
      guard (kept ?? .distantPast).timeIntervalSinceNow < -600 else { return false }
      try FileManager.default.removeItem(at: place)
      return true
    }
  }

  func bytes(_ sha256: String) async throws -> [UInt8] {
    try await onDisk { Array(try Data(contentsOf: folder.appending(path: sha256))) }
  }

  /// Gives the bytes to the scanner on its standard input; exit status 0 means clean. Without a scanner every file passes.
  ///
  /// They come from a file, not through a pipe: a scanner that has seen enough may stop reading, and that must not end this program.
  func isClean(_ bytes: [UInt8], scanner: String?) async throws -> Bool {
    guard let scanner else { return true }
    return try await onDisk {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let draft = folder.appending(path: "scan-\(UInt64.random(in: .min ... .max)).part")
      guard FileManager.default.createFile(atPath: draft.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600]) else {
        throw CocoaError(.fileWriteUnknown)
      }
      defer { _ = unlink(draft.path) }
      let input = try FileHandle(forReadingFrom: draft)
      let process = Process()
      process.executableURL = URL(filePath: scanner)
      process.standardInput = input
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try input.close()
      return process.terminationReason == .exit && process.terminationStatus == 0
    }
  }

  private func onDisk<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work() }) }
    }
  }
}
