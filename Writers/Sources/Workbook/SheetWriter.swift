import CXlsx
import Drawing
import PDF
import Paper

/// Writes the sheets of a workbook with libxlsxwriter.
final class SheetWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [SheetLook: UnsafeMutablePointer<lxw_format>] = [:]
  private var failure: lxw_error?

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
  }

  func write(_ section: Section, name: String, foot: Document.Foot) throws {
    let sheet = workbook_add_worksheet(book, name)
    guard let sheet else { throw WorkbookFault.writing(Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)) }
    let plan = SheetPlan(section)
    let grid = SheetGrid(plan)
    setUp(sheet, section, plan, grid, foot)
    for (column, edges) in zip(grid.edges, grid.edges.dropFirst()).enumerated() {
      let pixels = UInt32(max(4, (edges.1 - edges.0) / 25.4 * 96))
      check(worksheet_set_column_pixels(sheet, lxw_col_t(column), lxw_col_t(column), pixels, nil))
    }
    for (row, height) in grid.heights.enumerated() { check(worksheet_set_row(sheet, lxw_row_t(row), height, nil)) }
    for (index, row) in plan.rows.enumerated() {
      for cell in row.cells { try write(cell, grid.rows(index, covering: cell.rows), grid.columns(cell), grid, sheet) }
    }
    if let failure { throw WorkbookFault.writing(Int(failure.rawValue)) }
  }

  private func setUp(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ section: Section, _ plan: SheetPlan, _ grid: SheetGrid, _ foot: Document.Foot
  ) {
    let style = section.style
    worksheet_set_paper(sheet, 9)
    if section.isLandscape { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, style.left / 25.4, style.right / 25.4, (style.top + 6) / 25.4, (style.bottom + 6) / 25.4)
    check(worksheet_set_header(sheet, band(section.headLeft, "", section.headRight)))
    check(worksheet_set_footer(sheet, band(foot.by, "&P／&N", foot.caution)))
    let heads = plan.rows.indices.filter { plan.rows[$0].isHead }
    // A workbook repeats one range of rows only: worth it where the sheet is one list.
    if let first = heads.first, let last = heads.last, last - first + 1 == heads.count {
      let end = grid.rows(last, covering: 1).upperBound
      check(worksheet_repeat_rows(sheet, lxw_row_t(grid.starts[first]), lxw_row_t(end)))
      worksheet_freeze_panes(sheet, lxw_row_t(end + 1), 0)
    }
    let breaks = plan.rows.indices.filter { plan.rows[$0].breaksPage && $0 > 0 }.map { lxw_row_t(grid.starts[$0]) }
    if !breaks.isEmpty {
      var list = breaks + [0]
      check(worksheet_set_h_pagebreaks(sheet, &list))
    }
  }

  /// The head or foot of a printed page. Excel takes 255 characters, so each part is kept short.
  private func band(_ left: String, _ middle: String, _ right: String) -> String {
    func part(_ words: String) -> String {
      var result = ""
      for character in Legible.cleaned(words) where result.utf8.count < 200 && result.count < 70 {
        result += character == "&" ? "&&" : String(character)
      }
      return result
    }
    // The space keeps a number at the beginning from being read as a part of the size.
    return "&L&8 \(part(left))&C&8 \(middle)&R&8 \(part(right))"
  }

  private func write(
    _ cell: SheetCell, _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, _ grid: SheetGrid,
    _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws {
    let (row, column) = (lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound))
    var look = cell.look
    look.isOneLine = cell.isOneLine
    if cell.blank == nil {
      if case .day(let shown, _, _, _) = cell.content { look.format = NumberFormat.day(shown) }
      if case .number(let shown, _) = cell.content { look.format = NumberFormat.number(shown) }
    }
    let format = try format(look)
    if rows.count > 1 || columns.count > 1 {
      check(worksheet_merge_range(sheet, row, column, lxw_row_t(rows.upperBound), lxw_col_t(columns.upperBound), "", format))
    }
    switch cell.content {
    case .day(_, let year, let month, let day) where cell.blank == nil && (1901...9999).contains(year):
      var time = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
      check(worksheet_write_datetime(sheet, row, column, &time, format))
    case .number(_, let value) where cell.blank == nil && value.isFinite:
      check(worksheet_write_number(sheet, row, column, value, format))
    case .drawing(let drawing) where cell.blank == nil:
      try insert(drawing, row, column, width: grid.edges[columns.upperBound + 1] - grid.edges[columns.lowerBound], sheet)
    case .text, .day, .number, .checks, .drawing:
      // Always as a string, so that nothing a person typed becomes a formula.
      let words = cell.blank != nil || !isDrawing(cell) ? cell.words : ""
      check(words.isEmpty ? worksheet_write_blank(sheet, row, column, format) : worksheet_write_string(sheet, row, column, words, format))
    }
  }

  private func isDrawing(_ cell: SheetCell) -> Bool {
    if case .drawing = cell.content { true } else { false }
  }

  private func insert(
    _ drawing: Drawing, _ row: lxw_row_t, _ column: lxw_col_t, width: Double, _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws {
    let dots = 192.0
    let picture = try PDF.png(drawing, dotsPerInch: dots)
    let scale = 96 / dots * min(1, width / max(drawing.size.width, 1))
    "\(drawing.title)。\(drawing.summary)".withCString { words in
      var options = lxw_image_options()
      options.x_scale = scale
      options.y_scale = scale
      options.x_offset = Int32(max(0, (width - drawing.size.width) / 2) / 25.4 * 96)
      options.description = UnsafeMutablePointer(mutating: words)
      check(worksheet_insert_image_buffer_opt(sheet, row, column, picture, picture.count, &options))
    }
  }

  private func check(_ result: lxw_error) {
    if result != LXW_NO_ERROR, failure == nil { failure = result }
  }

  private func format(_ look: SheetLook) throws -> UnsafeMutablePointer<lxw_format> {
    if let known = formats[look] { return known }
    guard let format = workbook_add_format(book) else { throw WorkbookFault.writing(Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)) }
    format_set_font_name(format, "ＭＳ ゴシック")
    format_set_font_size(format, look.size)
    if look.isOneLine { format_set_shrink(format) } else { format_set_text_wrap(format) }
    format_set_align(format, UInt8((look.isTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER).rawValue))
    let across = look.align == .centre ? LXW_ALIGN_CENTER : look.align == .right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT
    format_set_align(format, UInt8(across.rawValue))
    if look.isBold { format_set_bold(format) }
    if look.isRuled { format_set_border(format, UInt8((look.isFramed ? LXW_BORDER_THICK : LXW_BORDER_THIN).rawValue)) }
    if look.isUnderlined { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if look.isLabel { format_set_bg_color(format, 0xE8E8E8) }
    if !look.format.isEmpty { format_set_num_format(format, look.format) }
    formats[look] = format
    return format
  }
}
