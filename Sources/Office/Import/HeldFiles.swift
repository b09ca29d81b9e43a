import Foundation

/// A file that was uploaded and waits for somebody's yes (「預かったファイル」): kept under its SHA-256, apart from attachments of cases.
struct HeldFiles {
  private let cabinet: FileCabinet

  init(_ settings: OfficeSettings) { cabinet = FileCabinet(folder: settings.dataFolder.appending(path: "imports")) }

  func keep(_ bytes: [UInt8]) async throws -> String { try await cabinet.keep(bytes) }

  /// The bytes held under a name; nil when there are none or the name is no SHA-256.
  func bytes(_ name: String) async throws -> [UInt8]? {
    guard name.count == 64, name.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    do { return try await cabinet.bytes(name) } catch let error as CocoaError where error.code == .fileReadNoSuchFile { return nil }
  }
}
