import Drawing
import Foundation
import Paper

/// 「PDF」 A document as A4 pages, with its fonts in it, and what a test or a person wants to know about them.
public struct PDF: Sendable {
  /// 「送るバイト列」 The file. The same document on the same fonts gives the same bytes.
  public let bytes: [UInt8]
  /// 「書かれた文字と位置」 Every line of text on the pages, from our own layout.
  public let text: [PlacedText]
  /// 「ページ数」 At least one.
  public let pages: Int
  /// 「書けなかった文字」 Characters that no font could draw, each once; they are printed as 〓. Say so to whoever prints.
  public let missing: [Character]
  /// 「字形を選べなかった文字」 Variants (IVS) that no font has, each once; the usual shape of the character is printed.
  public let substituted: [Character]

  /// 「印刷する」 Lays out and draws a document. Computes for milliseconds: never call it on a cooperative thread; ``Press`` is for that.
  public init(_ document: Document) throws(PrintingFault) {
    let typesetter = try Typesetter()
    let composition = Composition(document, typesetter: typesetter)
    bytes = try Painter.pdf(composition, title: document.title, made: document.made)
    text = composition.pages.enumerated().flatMap { PlacedText.read($0.element, page: $0.offset + 1) }
    pages = composition.pages.count
    missing = typesetter.missing
    substituted = typesetter.substituted
  }

  /// 「文字と位置の一覧」 A line for each line of text: page, mm from the left, mm from the top (baseline), words. For tests that compare.
  public var transcript: String {
    text.map(\.description).joined(separator: "\n") + "\n"
  }
}

extension PDF {
  /// A drawing as a PNG with so many dots an inch, for a workbook, which has no vectors.
  package static func png(_ drawing: Drawing, dotsPerInch: Double) throws(PrintingFault) -> [UInt8] {
    let setter = CellSetter(typesetter: try Typesetter(), style: .form, isBlank: false)
    let piece = setter.picture(drawing, width: drawing.size.width.mm, height: .infinity)
    let size = Size(width: drawing.size.width.mm, height: piece.height)
    return try Painter.png(piece.marks, size: size, scale: dotsPerInch / 72)
  }
}

/// 「印刷の失敗」 A fault of the machine, never of what was printed.
public enum PrintingFault: Error, Equatable {
  /// 「書体がない」 Pango found no fonts at all.
  case noFonts
  /// 「描けない」 Cairo gave up; the number is its status.
  case drawing(Int)
  /// 「仕上げられない」 The file that Cairo made has not the form that is expected.
  case finishing
}

/// 「書かれた文字」 A line of text with its place on the page.
public struct PlacedText: Sendable, Equatable, CustomStringConvertible {
  /// 「ページ」 From 1.
  public let page: Int
  /// 「横」 The left end, in mm from the left edge of the paper, rounded to tenths.
  public let x: Double
  /// 「縦」 The baseline, in mm from the upper edge of the paper, rounded to tenths.
  public let y: Double
  /// 「文字」 As it is read, the sign of an option together with its label.
  public let text: String

  /// 「一行で」 Page, place and words.
  public var description: String {
    "\(page)\t\(String(format: "%.1f", x))\t\(String(format: "%.1f", y))\t\(text)"
  }

  static func read(_ page: Page, page number: Int) -> [PlacedText] {
    var sign: (text: String, place: Point)?
    var result: [PlacedText] = []
    func add(_ text: String, _ place: Point) {
      let tenths = { (points: Double) in (points / 72 * 254).rounded() / 10 }
      result.append(PlacedText(page: number, x: tenths(place.x), y: tenths(place.y), text: text))
    }
    for mark in page.marks {
      switch mark {
      case .sign(_, let reads, _, let place): sign = (reads, place)
      case .text(let line, let place, _):
        add((sign?.text ?? "") + line.text, sign?.place ?? place)
        sign = nil
      case .rule, .box, .shape: break
      }
    }
    return result
  }
}
