import CPango
import Drawing
import Foundation

/// Draws what was laid out with Cairo.
enum Painter {
  /// The pages as a PDF file.
  static func pdf(_ composition: Composition, title: String, made: Date) throws(PrintingFault) -> [UInt8] {
    let file = Bytes()
    let first = composition.pages[0].size
    let surface = cairo_pdf_surface_create_for_stream(
      Bytes.write, Unmanaged.passUnretained(file).toOpaque(), first.width, first.height)
    defer { cairo_surface_destroy(surface) }
    // From 1.5 on Cairo says in the file how a glyph reads that stands for two characters, as the square does for □ and ☑.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.formatted(japaneseTime))
    let cairo = cairo_create(surface)
    defer { cairo_destroy(cairo) }
    for (index, page) in composition.pages.enumerated() {
      cairo_pdf_surface_set_size(surface, page.size.width, page.size.height)
      for entry in composition.outline where entry.page == index + 1 && composition.outline.count > 1 {
        cairo_pdf_surface_add_outline(
          surface, 0, entry.name, "page=\(entry.page) pos=[0 0]", CAIRO_PDF_OUTLINE_FLAG_OPEN)
      }
      for mark in page.marks { draw(mark, cairo) }
      cairo_show_page(cairo)
    }
    cairo_surface_finish(surface)
    let status = max(cairo_status(cairo).rawValue, cairo_surface_status(surface).rawValue)
    guard status == CAIRO_STATUS_SUCCESS.rawValue else { throw .drawing(Int(status)) }
    return try Catalogue.finished(file.bytes)
  }

  private static let japaneseTime = Date.ISO8601FormatStyle(timeZone: TimeZone(secondsFromGMT: 9 * 3600) ?? .gmt)
    .year().month().day().time(includingFractionalSeconds: false).timeZone(separator: .colon)

  /// A drawing as a PNG picture, for what cannot hold vectors.
  static func png(_ marks: [Mark], size: Size, scale: Double) throws(PrintingFault) -> [UInt8] {
    let file = Bytes()
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(size.width * scale), Int32(size.height * scale))
    defer { cairo_surface_destroy(surface) }
    let cairo = cairo_create(surface)
    defer { cairo_destroy(cairo) }
    cairo_set_source_rgb(cairo, 1, 1, 1)
    cairo_paint(cairo)
    cairo_scale(cairo, scale, scale)
    for mark in marks { draw(mark, cairo) }
    let status = cairo_surface_write_to_png_stream(surface, Bytes.write, Unmanaged.passUnretained(file).toOpaque())
    guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(Int(status.rawValue)) }
    return file.bytes
  }

  private static func draw(_ mark: Mark, _ cairo: OpaquePointer?) {
    switch mark {
    case .text(let line, let place, let ink):
      set(ink, cairo)
      cairo_move_to(cairo, place.x, place.y)
      pango_cairo_show_layout_line(cairo, line.line)
    case .sign(let line, _, let isChecked, let place): draw(sign: line, isChecked, place, cairo)
    case .rule(let from, let to, let width):
      set(.black, cairo)
      cairo_set_dash(cairo, nil, 0, 0)
      cairo_set_line_width(cairo, width)
      cairo_move_to(cairo, from.x, from.y)
      cairo_line_to(cairo, to.x, to.y)
      cairo_stroke(cairo)
    case .box(let place, let size, let fill, let line): draw(box: place, size, fill, line, cairo)
    case .shape(let shape, let origin, let scale): draw(shape, origin, scale, cairo)
    }
  }

  private static func draw(box place: Point, _ size: Size, _ fill: Double?, _ line: Double?, _ cairo: OpaquePointer?) {
    cairo_rectangle(cairo, place.x, place.y, size.width, size.height)
    if let fill {
      set(.grey(fill), cairo)
      cairo_fill_preserve(cairo)
    }
    if let line {
      set(.black, cairo)
      cairo_set_dash(cairo, nil, 0, 0)
      cairo_set_line_width(cairo, line)
      cairo_stroke_preserve(cairo)
    }
    cairo_new_path(cairo)
  }

  /// The glyph of □ reads as ☑ when it is marked: no Japanese font has ☑ in the shape of its □, and a copied text must not lose the mark.
  private static func draw(sign line: SetLine, _ isChecked: Bool, _ place: Point, _ cairo: OpaquePointer?) {
    set(.black, cairo)
    guard isChecked, let item = line.line.pointee.runs.flatMap({ cp_item($0) }), let glyphs = item.pointee.glyphs,
      let font = item.pointee.item.pointee.analysis.font
    else {
      cairo_move_to(cairo, place.x, place.y)
      pango_cairo_show_layout_line(cairo, line.line)
      return
    }
    var glyph = cairo_glyph_t(index: UInt(glyphs.pointee.glyphs[0].glyph), x: place.x, y: place.y)
    var cluster = cairo_text_cluster_t(num_bytes: 3, num_glyphs: 1)
    cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(OpaquePointer(font)))
    cairo_show_text_glyphs(cairo, "☑", 3, &glyph, 1, &cluster, 1, cairo_text_cluster_flags_t(rawValue: 0))
    let size = line.size
    cairo_set_dash(cairo, nil, 0, 0)
    cairo_set_line_width(cairo, size * 0.13)
    cairo_move_to(cairo, place.x + size * 0.2, place.y - size * 0.42)
    cairo_line_to(cairo, place.x + size * 0.43, place.y - size * 0.14)
    cairo_line_to(cairo, place.x + size * 0.88, place.y - size * 0.9)
    cairo_stroke(cairo)
  }

  private static func draw(_ shape: Shape, _ origin: Point, _ scale: Double, _ cairo: OpaquePointer?) {
    cairo_save(cairo)
    defer { cairo_restore(cairo) }
    cairo_translate(cairo, origin.x, origin.y)
    cairo_scale(cairo, scale, scale)
    trace(shape.outline, cairo)
    if let fill = shape.fill {
      set(fill, cairo)
      cairo_fill_preserve(cairo)
    }
    if let stroke = shape.stroke {
      set(stroke.ink, cairo)
      cairo_set_line_width(cairo, stroke.width)
      cairo_set_dash(cairo, stroke.dashes, Int32(stroke.dashes.count), 0)
      cairo_stroke_preserve(cairo)
    }
    cairo_new_path(cairo)
    for head in shape.arrowHeads {
      trace(Shape.polyline(head, isClosed: true).outline, cairo)
      set(shape.stroke?.ink ?? .black, cairo)
      cairo_fill(cairo)
    }
  }

  private static func trace(_ outline: Outline?, _ cairo: OpaquePointer?) {
    for step in outline?.steps ?? [] {
      switch step {
      case .move(let p): cairo_move_to(cairo, p.x, p.y)
      case .line(let p): cairo_line_to(cairo, p.x, p.y)
      case .curve(let a, let b, let c): cairo_curve_to(cairo, a.x, a.y, b.x, b.y, c.x, c.y)
      case .close: cairo_close_path(cairo)
      }
    }
  }

  private static func set(_ ink: Ink, _ cairo: OpaquePointer?) {
    cairo_set_source_rgb(cairo, Double(ink.red) / 255, Double(ink.green) / 255, Double(ink.blue) / 255)
  }
}

/// Where Cairo writes to.
private final class Bytes {
  var bytes: [UInt8] = []

  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<Bytes>.fromOpaque(closure).takeUnretainedValue().bytes.append(
      contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
