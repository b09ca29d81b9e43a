/// 「出力の形」 What a paper is sent as.
enum PaperFormat: String, CaseIterable, Sendable {
  case pdf, xlsx
  /// CSV in UTF-8 with a byte order mark.
  case csv
  /// CSV for old machines; it lacks characters, which is said before the file is sent.
  case cp932

  /// As the query of a door names it; anything else is a PDF.
  init(query: String) { self = PaperFormat(rawValue: query) ?? .pdf }

  var ending: String {
    switch self {
    case .pdf: "pdf"
    case .xlsx: "xlsx"
    case .csv, .cp932: "csv"
    }
  }

  var type: String {
    switch self {
    case .pdf: "application/pdf"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .csv: "text/csv; charset=utf-8"
    case .cp932: "text/csv; charset=Shift_JIS"
    }
  }

  /// On the button.
  var label: String {
    switch self {
    case .pdf: "PDF（印刷用）"
    case .xlsx: "Excel"
    case .csv: "CSV（UTF-8）"
    case .cp932: "CSV（Shift_JIS）"
    }
  }
}
