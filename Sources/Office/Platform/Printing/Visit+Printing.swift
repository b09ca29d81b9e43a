import CSV
import Casework
import Foundation
import PDF
import Paper
import Workbook

extension Visit {
  /// 「書類を出力する」 Composes a paper in one read and sends it as the query `as` says: pdf, xlsx, csv or cp932.
  ///
  /// What this viewer may not see is covered before anything is drawn (``Veil``). The audit entry is durable before the first byte leaves.
  func printed(_ compose: @escaping @Sendable (Desk) throws -> Printout) async throws -> Answer {
    let format = PaperFormat(query: query["as"])
    let mayLose = query.isOn("lossy")
    let made = try await read { desk in
      let printout = try compose(desk)
      desk.note(printout.subject)
      let document = printout.document.covered(by: desk.visit.veil)
      let sheet = format.encoding.map { PaperFile.csv(document, encoding: $0) }
      let isWarned = !(sheet?.lost.isEmpty ?? true) && !mayLose
      desk.note(detail: isWarned ? "warned \(format.rawValue)" : format.rawValue)
      let warning = isWarned ? PaperWarning(chrome: desk.chrome, address: desk.visit.request, lost: sheet?.lost ?? []).html : nil
      return (name: printout.name, document: document, sheet: sheet, warning: warning)
    }
    if let warning = made.warning { return .page(warning) }
    let bytes =
      switch format {
      case .pdf: try await PaperFile.pdf(made.document, office.press)
      case .xlsx: try await office.press.workbook(made.document).bytes
      case .csv, .cp932: made.sheet?.bytes ?? []
      }
    return .download(
      Answer.Download(name: "\(made.name).\(format.ending)", type: format.type, bytes: bytes, inline: format == .pdf))
  }
}

extension PaperFormat {
  fileprivate var encoding: TextEncoding? {
    switch self {
    case .csv: .utf8
    case .cp932: .cp932
    case .pdf, .xlsx: nil
    }
  }
}

/// The bytes of a paper.
enum PaperFile {
  /// The pages. Characters that no font has are said on the last page, for 〓 alone tells nobody what is missing.
  static func pdf(_ document: Document, _ press: Press) async throws -> [UInt8] {
    let pdf = try await press.print(document)
    guard let note = note(missing: pdf.missing, substituted: pdf.substituted), !document.sections.isEmpty else { return pdf.bytes }
    var noted = document
    noted.sections[noted.sections.count - 1].blocks.append(.notes([Text(note)]))
    return try await press.print(noted).bytes
  }

  private static func note(missing: [Character], substituted: [Character]) -> String? {
    var parts: [String] = []
    if !missing.isEmpty {
      let codes = missing.map { $0.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ") }
      parts.append("書体にない文字を「〓」で印刷しています：\(codes.joined(separator: "、"))")
    }
    if !substituted.isEmpty { parts.append("字形の指定を標準の字形で印刷しています：\(substituted.map(String.init).joined(separator: "、"))") }
    return parts.isEmpty ? nil : parts.joined(separator: "。")
  }

  static func csv(_ document: Document, encoding: TextEncoding) -> (bytes: [UInt8], lost: [Character]) {
    var writer = CSVWriter(encoding: encoding, forHumans: true)
    for line in document.lines { writer.row(line) }
    return (writer.bytes, writer.lost)
  }
}

extension Document {
  /// The same paper without what the veil covers.
  func covered(by veil: Veil) -> Document {
    let terms = veil.all
    guard !terms.isEmpty else { return self }
    return replacing { text in
      terms.reduce(text) { $0.replacingOccurrences(of: $1, with: PersonSight.mask, options: .literal) }
    }
  }
}
