import CPango
import Drawing
import Paper

/// How letters are set: family, size in points, weight, and the distance of lines as a multiple of the size.
struct Lettering: Hashable {
  var face: Style.Face
  var size: Double
  var pitch = 1.5
  var isBold = false
}

/// A laid-out text. Keeps Pango's layout alive as long as one of its lines waits to be painted.
final class SetText {
  let layout: OpaquePointer

  init(_ layout: OpaquePointer) {
    self.layout = layout
  }

  deinit {
    cp_unref(UnsafeMutableRawPointer(layout))
  }
}

/// One line of a laid-out text, ready to be painted.
struct SetLine {
  let owner: SetText
  let line: UnsafeMutablePointer<PangoLayoutLine>
  let text: String
  /// In points.
  let width: Double
  let size: Double
}

/// Turns words into lines of glyphs, and remembers the characters that no font could draw. Belongs to one thread.
final class Typesetter {
  private let context: OpaquePointer
  private var descriptions: [Lettering: OpaquePointer] = [:]
  private var signs: [Lettering: SetLine] = [:]
  private(set) var missing: [Character] = []
  private(set) var substituted: [Character] = []

  init() throws(PrintingFault) {
    // One font map a thread; it is kept by Pango, which is why the second paper is faster than the first.
    guard let map = pango_cairo_font_map_get_default(), let context = pango_font_map_create_context(map) else { throw .noFonts }
    self.context = context
    pango_context_set_language(context, pango_language_from_string("ja"))
    pango_context_set_round_glyph_positions(context, 0)
    pango_cairo_context_set_resolution(context, 72)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  deinit {
    for description in descriptions.values { pango_font_description_free(description) }
    cp_unref(UnsafeMutableRawPointer(context))
  }

  /// Lays text out as lines of at most this width, as pieces. Text without words is one empty line.
  func set(_ text: Text, _ lettering: Lettering, width: Double?, align: Cell.Align = .left) -> [Piece] {
    let hasRuby = text.runs.contains { $0.ruby != nil }
    let pitch = lettering.size * (lettering.pitch + (hasRuby ? 0.5 : 0))
    let baseline = pitch - lettering.size * (lettering.pitch / 2 - 0.38)
    return lines(text, lettering, width: width).map { line in
      let free = max(0, (width ?? line.set.width) - line.set.width)
      let x = align == .left ? 0 : align == .right ? free : free / 2
      var marks: [Mark] = line.set.text.isEmpty ? [] : [.text(line.set, Point(x, baseline), .black)]
      for (ruby, centre) in line.ruby {
        marks.append(.text(ruby, Point(max(0, x + centre - ruby.width / 2), baseline - lettering.size * 0.94), .black))
      }
      return Piece(height: pitch, marks: marks)
    }
  }

  /// A text on one line, without breaks.
  func line(_ text: Text, _ lettering: Lettering) -> SetLine {
    var flat = Text("")
    for run in text.runs {
      let words = run.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      flat += run.isStrong ? Text(strong: words) : Text(words)
    }
    // Pango always makes at least one line.
    return lines(flat, lettering, width: nil)[0].set
  }

  /// The square that every option begins with, or a circle.
  func sign(_ mark: Check.Mark, _ lettering: Lettering) -> SetLine {
    var lettering = lettering
    lettering.face = .gothic
    let shown: Check.Mark = mark == .checked ? .empty : mark
    if shown != .empty { return line(Text(shown.sign), lettering) }
    if let sign = signs[lettering] { return sign }
    let sign = line(Text(shown.sign), lettering)
    signs[lettering] = sign
    return sign
  }
}

// MARK: - Pango

extension Typesetter {
  private typealias Line = (set: SetLine, ruby: [(line: SetLine, centre: Double)])

  private func lines(_ text: Text, _ lettering: Lettering, width: Double?) -> [Line] {
    var runs = text.runs.map { (text: Legible.cleaned($0.text), ruby: $0.ruby, isStrong: $0.isStrong) }
    while let last = runs.last, last.text.last?.isNewline == true { runs[runs.count - 1].text.removeLast() }
    var pieces = runs.map(SetRun.init)
    for index in pieces.indices {
      guard let ruby = runs[index].ruby, !ruby.isEmpty else { continue }
      let small = line(Text(ruby), Lettering(face: lettering.face, size: lettering.size / 2, pitch: 1))
      let base = line(Text(pieces[index].text), lettering)
      pieces[index].ruby = small
      pieces[index].spread = max(0, small.width - base.width) / Double(max(1, pieces[index].text.count))
    }
    var owner = lay(pieces, lettering, width)
    if replaceUnknown(in: owner, &pieces) { owner = lay(pieces, lettering, width) }
    if chooseVariants(in: owner, &pieces, lettering) { owner = lay(pieces, lettering, width) }
    return read(owner, pieces, lettering)
  }

  private func lay(_ runs: [SetRun], _ lettering: Lettering, _ width: Double?) -> SetText {
    // Neither function returns nothing but when memory is at its end, and then GLib ends the program itself.
    let layout = pango_layout_new(context)!
    let attributes = pango_attr_list_new()!
    var text = ""
    for run in runs {
      let from = guint(text.utf8.count)
      text += run.text
      let to = guint(text.utf8.count)
      if run.isStrong { cp_add(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, to) }
      if run.ruby != nil { cp_add(attributes, pango_attr_allow_breaks_new(0), from, to) }
      if run.spread > 0 { cp_add(attributes, pango_attr_letter_spacing_new(pangoUnits(run.spread)), from, to) }
      for (range, family) in run.families {
        cp_add(attributes, pango_attr_family_new(family), from + guint(range.lowerBound), from + guint(range.upperBound))
      }
    }
    pango_layout_set_font_description(layout, description(lettering))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_width(layout, width.map { pangoUnits(max($0, 1)) } ?? -1)
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    pango_layout_set_text(layout, text, gint(text.utf8.count))
    return SetText(layout)
  }

  private func description(_ lettering: Lettering) -> OpaquePointer {
    if let known = descriptions[lettering] { return known }
    let description = pango_font_description_new()!
    pango_font_description_set_family(description, Fonts.families(lettering.face).joined(separator: ","))
    pango_font_description_set_absolute_size(description, lettering.size * Double(PANGO_SCALE))
    if lettering.isBold { pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD) }
    descriptions[lettering] = description
    return description
  }

  /// Puts 〓 for what no font has. Says whether there was such a thing.
  private func replaceUnknown(in owner: SetText, _ runs: inout [SetRun]) -> Bool {
    guard pango_layout_get_unknown_glyphs_count(owner.layout) > 0 else { return false }
    var unknown: Set<UInt32> = []
    for line in pangoLines(owner) {
      for item in items(line) {
        guard let glyphs = item.pointee.glyphs else { continue }
        for index in 0..<Int(glyphs.pointee.num_glyphs) {
          var scalar: UInt32 = 0
          if cp_is_unknown(glyphs.pointee.glyphs[index].glyph, &scalar) != 0 { unknown.insert(scalar) }
        }
      }
    }
    for index in runs.indices {
      runs[index].text = String(
        runs[index].text.map { character in
          guard character.unicodeScalars.contains(where: { unknown.contains($0.value) }) else { return character }
          if !missing.contains(character) { missing.append(character) }
          return "〓"
        })
    }
    return true
  }

  /// Looks for another font for a variant (IVS) that the font of its line does not draw. Says whether one was found.
  private func chooseVariants(in owner: SetText, _ runs: inout [SetRun], _ lettering: Lettering) -> Bool {
    var (offset, isChanged) = (0, false)
    for index in runs.indices {
      var place = 0
      for character in runs[index].text {
        let length = character.utf8.count
        defer { place += length }
        guard let (base, selector) = Fonts.variant(character), let font = font(in: owner, at: offset + place),
          cp_has_variation(font, base, selector) == 0
        else { continue }
        if let family = Fonts.families(lettering.face).first(where: { has($0, base, selector) }) {
          runs[index].families.append((place..<(place + length), family))
          isChanged = true
        } else if !substituted.contains(character) {
          substituted.append(character)
        }
      }
      offset += runs[index].text.utf8.count
    }
    return isChanged
  }

  private func has(_ family: String, _ base: UInt32, _ selector: UInt32) -> Bool {
    let wanted = pango_font_description_new()!
    defer { pango_font_description_free(wanted) }
    pango_font_description_set_family(wanted, family)
    pango_font_description_set_absolute_size(wanted, 10 * Double(PANGO_SCALE))
    guard let font = pango_context_load_font(context, wanted) else { return false }
    defer { cp_unref(font) }
    return cp_has_variation(font, base, selector) != 0
  }

  private func font(in owner: SetText, at byte: Int) -> UnsafeMutablePointer<PangoFont>? {
    for line in pangoLines(owner) {
      for item in items(line) {
        let piece = item.pointee.item.pointee
        if Int(piece.offset) <= byte, byte < Int(piece.offset + piece.length) { return piece.analysis.font }
      }
    }
    return nil
  }

  private func read(_ owner: SetText, _ runs: [SetRun], _ lettering: Lettering) -> [Line] {
    let text = Array(runs.map(\.text).joined().utf8)
    return pangoLines(owner).map { line in
      let (start, length) = (Int(line.pointee.start_index), Int(line.pointee.length))
      var ink = PangoRectangle()
      var logical = PangoRectangle()
      pango_layout_line_get_extents(line, &ink, &logical)
      let words = String(decoding: text[start..<(start + length)], as: UTF8.self)
      let set = SetLine(owner: owner, line: line, text: words, width: points(logical.width), size: lettering.size)
      var ruby: [(line: SetLine, centre: Double)] = []
      var offset = 0
      for run in runs {
        let end = offset + run.text.utf8.count
        defer { offset = end }
        guard let small = run.ruby, start <= offset, offset < start + length else { continue }
        var (from, to): (gint, gint) = (0, 0)
        pango_layout_line_index_to_x(line, gint(offset), 0, &from)
        pango_layout_line_index_to_x(line, gint(min(end, start + length)), 0, &to)
        ruby.append((small, points(from + to) / 2))
      }
      return (set, ruby)
    }
  }

  private func pangoLines(_ owner: SetText) -> [UnsafeMutablePointer<PangoLayoutLine>] {
    (0..<pango_layout_get_line_count(owner.layout)).compactMap { pango_layout_get_line_readonly(owner.layout, $0) }
  }

  private func items(_ line: UnsafeMutablePointer<PangoLayoutLine>) -> [UnsafeMutablePointer<PangoGlyphItem>] {
    var result: [UnsafeMutablePointer<PangoGlyphItem>] = []
    var next = line.pointee.runs
    while let node = next {
      if let item = cp_item(node) { result.append(item) }
      next = node.pointee.next
    }
    return result
  }

  private func pangoUnits(_ points: Double) -> gint { gint(min(points, 1e6) * Double(PANGO_SCALE)) }
  private func points(_ units: gint) -> Double { Double(units) / Double(PANGO_SCALE) }
}

/// A run on its way to Pango: what is drawn over it, how far its characters are spread, and fonts for parts of it (by bytes).
private struct SetRun {
  var text: String
  var isStrong: Bool
  var ruby: SetLine?
  var spread = 0.0
  var families: [(Range<Int>, String)] = []

  init(_ run: (text: String, ruby: String?, isStrong: Bool)) {
    text = run.text
    isStrong = run.isStrong
  }
}
