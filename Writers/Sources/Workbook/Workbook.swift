import CXlsx
import Foundation
import PDF
import Paper

/// 「ブック」 A document as an Excel workbook: a sheet for each section, with the same cells as on paper.
///
/// What a person typed is always a string, never a formula. Days and numbers are real ones, so a list can be sorted and added up.
public struct Workbook: Sendable {
  /// 「送るバイト列」 The file. The same document gives the same bytes.
  public let bytes: [UInt8]
  /// 「シートの名前」 As on the tabs: without forbidden characters, at most 31 long, each once.
  public let sheets: [String]

  /// 「ブックを作る」 Writes a document. Computes for milliseconds: on a server use ``PDF/Press/workbook(_:)``.
  public init(_ document: Document) throws {
    let file = cx_memory_file()
    guard file >= 0 else { throw WorkbookFault.noMemory }
    let memory = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    sheets = SheetName.names(document.sections.map(\.name))
    guard let book = workbook_new("/proc/self/fd/\(file)") else { throw WorkbookFault.noMemory }
    try Workbook.write(document, sheets, book)
    guard let data = try memory.readToEnd() else { throw WorkbookFault.noMemory }
    bytes = [UInt8](data)
  }

  private static func write(_ document: Document, _ sheets: [String], _ book: UnsafeMutablePointer<lxw_workbook>) throws {
    var failure: (any Error)?
    do {
      setProperties(document, book)
      let writer = SheetWriter(book)
      for (section, name) in zip(document.sections, sheets) { try writer.write(section, name: name, foot: document.foot) }
    } catch {
      failure = error
    }
    // Closing also frees the book, so it comes in every case.
    let status = workbook_close(book)
    if let failure { throw failure }
    guard status == LXW_NO_ERROR else { throw WorkbookFault.writing(Int(status.rawValue)) }
  }

  private static func setProperties(_ document: Document, _ book: UnsafeMutablePointer<lxw_workbook>) {
    document.title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = time_t(document.made.timeIntervalSince1970)
      workbook_set_properties(book, &properties)
    }
  }
}

/// 「ブックの失敗」 A fault of the machine or of the library, never of what was written.
public enum WorkbookFault: Error, Equatable {
  /// 「場所がない」 No room in memory for the file.
  case noMemory
  /// 「書けない」 libxlsxwriter gave up; the number is its error.
  case writing(Int)
}

extension Press {
  /// 「ブックを作る」 Writes a document as a workbook, on the threads of the press.
  public func workbook(_ document: Document) async throws -> Workbook {
    try await threads.run { try Workbook(document) }
  }
}
