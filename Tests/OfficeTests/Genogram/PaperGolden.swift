import Casework
import Foundation
import PDF
import Paper
import Testing

@testable import Office

/// A paper as it was looked at and checked in: the text with its positions.
enum PaperGolden {
  /// - Parameter id: the stem of the golden.
  static func compare(
    _ town: Town, as signInName: String, _ id: String, _ sections: @escaping @Sendable (Desk) throws -> [Section]
  ) async throws {
    let document = try await town.work(as: signInName) { desk in
      Printout("\(id)", subject: id, desk: desk, sections: try sections(desk)).document
    }
    try Golden.compare(try PDF(document).transcript, "Tests/OfficeTests/Golden/Paper/\(id).txt")
    guard let folder = ProcessInfo.processInfo.environment["PAPERS"] else { return }
    try Data(try PDF(document).bytes).write(to: URL(filePath: folder).appending(path: "\(id).pdf"))
  }
}
