import Drawing
import Paper

/// A page with all that is drawn on it.
struct Page {
  /// In points.
  let size: Size
  var marks: [Mark]
}

/// A document laid out on pages.
struct Composition {
  private(set) var pages: [Page] = []
  /// The names of sections with the numbers of their first pages, from 1.
  private(set) var outline: [(name: String, page: Int)] = []

  init(_ document: Document, typesetter: Typesetter) {
    guard !document.sections.isEmpty else {
      pages = [Page(size: Composition.a4, marks: [])]
      return
    }
    var counted: [Range<Int>] = []
    for section in document.sections {
      let start = pages.count
      if start == 0 || section.restartsNumbering { counted.append(start..<start) }
      outline.append((section.name, start + 1))
      pages += Composition.pages(section, typesetter)
      counted[counted.count - 1] = counted[counted.count - 1].lowerBound..<pages.count
      for index in start..<pages.count {
        pages[index].marks += Composition.foot(document.foot, section.style, pages[index].size, typesetter)
      }
    }
    for range in counted {
      for index in range {
        let size = pages[index].size
        let line = typesetter.line(Text("\(index - range.lowerBound + 1)／\(range.count)"), Composition.small)
        pages[index].marks.append(.text(line, Point((size.width - line.width) / 2, size.height - 10.0.mm), .black))
      }
    }
  }

  private static let a4 = Size(width: 210.0.mm, height: 297.0.mm)
  private static let small = Lettering(face: .gothic, size: 8)

  private static func pages(_ section: Section, _ typesetter: Typesetter) -> [Page] {
    let size = section.isLandscape ? Size(width: a4.height, height: a4.width) : a4
    let style = section.style
    let hasHead = !section.headLeft.isEmpty || !section.headRight.isEmpty
    let flow = Flow(
      x: style.left.mm, width: size.width - (style.left + style.right).mm, top: (style.top + (hasHead ? 6 : 0)).mm,
      bottom: size.height - (style.bottom + 5).mm)
    BlockSetter(cells: CellSetter(typesetter: typesetter, style: style, isBlank: section.isBlank, highest: flow.height * 0.45)).place(
      section.blocks, on: flow)
    return flow.pages.map { Page(size: size, marks: head(section, flow, typesetter) + $0) }
  }

  private static func head(_ section: Section, _ flow: Flow, _ typesetter: Typesetter) -> [Mark] {
    let baseline = (section.style.top + 2.5).mm
    let left = typesetter.line(Text(section.headLeft), small)
    let right = typesetter.line(Text(section.headRight), small)
    return (section.headLeft.isEmpty ? [] : [.text(left, Point(flow.x, baseline), .black)])
      + (section.headRight.isEmpty ? [] : [.text(right, Point(flow.x + flow.width - right.width, baseline), .black)])
  }

  private static func foot(_ foot: Document.Foot, _ style: Style, _ size: Size, _ typesetter: Typesetter) -> [Mark] {
    let baseline = size.height - 10.0.mm
    var marks: [Mark] = []
    if !foot.by.isEmpty {
      // The number of the page stands in the middle; a long name must not run into it.
      let room = size.width / 2 - 10.0.mm - style.left.mm
      let natural = typesetter.line(Text(foot.by), small)
      let fitting = Lettering(face: .gothic, size: small.size * min(1, room / natural.width))
      marks.append(.text(typesetter.line(Text(foot.by), fitting), Point(style.left.mm, baseline), .black))
    }
    if !foot.caution.isEmpty {
      let line = typesetter.line(Text(foot.caution), Lettering(face: .gothic, size: 9, isBold: true))
      let x = size.width - style.right.mm - line.width - 2.0.mm
      marks.append(.box(Point(x - 2.0.mm, baseline - 4.0.mm), Size(width: line.width + 4.0.mm, height: 5.4.mm), fill: nil, line: 0.9))
      marks.append(.text(line, Point(x, baseline), .black))
    }
    return marks
  }
}
