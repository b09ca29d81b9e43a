import HTML

extension Drawing {
  /// 「画面用の図」 The drawing as an `<svg>` element for a page, with title and summary for screen readers.
  ///
  /// Colours are presentation attributes, no styles, so that a strict content security policy lets them through. Each `<svg>` on a page
  /// needs an `id` of its own.
  public func svg(id: String) -> HTML {
    """
    <svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 \(decimal(size.width)) \(decimal(size.height))" \
    width="\(decimal(size.width))mm" height="\(decimal(size.height))mm" role="group" aria-labelledby="\(id)-title \(id)-summary">\
    <title id="\(id)-title">\(title)</title><desc id="\(id)-summary">\(summary)</desc>\(HTML.each(shapes, svg))</svg>
    """
  }

  private func svg(_ shape: Shape) -> HTML {
    switch shape {
    case .line(let a, let b, _, _):
      "<line x1=\"\(decimal(a.x))\" y1=\"\(decimal(a.y))\" x2=\"\(decimal(b.x))\" y2=\"\(decimal(b.y))\"\(paint(shape))/>\(heads(shape))"
    case .polyline, .curve:
      "<path d=\"\(path(shape.outline))\"\(paint(shape))/>\(heads(shape))"
    case .circle(let c, let radius, _, _):
      "<circle cx=\"\(decimal(c.x))\" cy=\"\(decimal(c.y))\" r=\"\(decimal(radius))\"\(paint(shape))/>"
    case .rect(let p, let size, let corner, _, _):
      """
      <rect x="\(decimal(p.x))" y="\(decimal(p.y))" width="\(decimal(size.width))" height="\(decimal(size.height))"\
      \(attribute: "rx", corner > 0 ? decimal(corner) : nil)\(paint(shape))/>
      """
    case .text(let p, let text, let size, let align, let isBold, let ink):
      """
      <text x="\(decimal(p.x))" y="\(decimal(p.y))" font-size="\(decimal(size))" fill="\(hex(ink))"\
      \(attribute: "text-anchor", align == .start ? nil : align == .middle ? "middle" : "end")\
      \(attribute: "font-weight", isBold ? "bold" : nil)>\(text)</text>
      """
    case .group(let label, let link?, let shapes):
      "<a href=\"\(href: link)\" aria-label=\"\(label)\">\(HTML.each(shapes, svg))</a>"
    case .group(let label, nil, let shapes):
      "<g role=\"group\" aria-label=\"\(label)\">\(HTML.each(shapes, svg))</g>"
    }
  }

  private func heads(_ shape: Shape) -> HTML {
    HTML.each(shape.arrowHeads) { head in
      "<path d=\"\(path(Shape.polyline(head, isClosed: true).outline))\" fill=\"\(hex(shape.stroke?.ink ?? .black))\"/>"
    }
  }

  private func paint(_ shape: Shape) -> HTML {
    let stroke = shape.stroke
    let dashes = stroke?.dashes.map(decimal).joined(separator: " ") ?? ""
    return """
       fill="\(shape.fill.map(hex) ?? "none")"\(attribute: "stroke", stroke.map { hex($0.ink) })\
      \(attribute: "stroke-width", stroke.map { decimal($0.width) })\(attribute: "stroke-dasharray", dashes.isEmpty ? nil : dashes)
      """
  }

  private func path(_ outline: Outline?) -> String {
    (outline?.steps ?? []).map { step in
      switch step {
      case .move(let p): "M\(pair(p))"
      case .line(let p): "L\(pair(p))"
      case .curve(let a, let b, let c): "C\(pair(a)) \(pair(b)) \(pair(c))"
      case .close: "Z"
      }
    }.joined()
  }

  private func pair(_ point: Point) -> String { "\(decimal(point.x)),\(decimal(point.y))" }
}

/// A number with at most two places, always with a point: never the comma of a locale, never an exponent.
private func decimal(_ number: Double) -> String {
  guard number.isFinite else { return "0" }
  let hundredths = Int((min(max(number, -1e9), 1e9) * 100).rounded())
  let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
  let places = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
  return "\(hundredths < 0 ? "-" : "")\(whole)\(places)"
}

private func hex(_ ink: Ink) -> String {
  "#" + [ink.red, ink.green, ink.blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
