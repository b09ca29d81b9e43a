/// 「図」 A picture of lines and words, in mm. The same value becomes SVG on the screen and vectors on paper.
///
/// A drawing never stands alone: whoever shows one also shows a table that says the same, and gives it a title and a summary for those who
/// do not see it.
public struct Drawing: Sendable, Equatable {
  /// 「大きさ」 Width and height in mm.
  public var size: Size
  /// 「題」 What it shows, for screen readers. No personal name where the page carries none.
  public var title: String
  /// 「あらまし」 What can be seen in it, in a sentence, for screen readers.
  public var summary: String
  /// 「形」 In the order of drawing: later ones lie on top.
  public var shapes: [Shape]

  /// 「図を描く」 A drawing of this size.
  public init(size: Size, title: String, summary: String = "", shapes: [Shape] = []) {
    self.size = size
    self.title = title
    self.summary = summary
    self.shapes = shapes
  }
}

/// 「形」 One thing in a drawing.
public indirect enum Shape: Sendable, Equatable {
  /// 「線」 From one place to another, perhaps with arrow heads.
  case line(Point, Point, stroke: Stroke = .thin, arrows: Arrows = .none)
  /// 「折れ線」 Through all the places; closed ones may be filled.
  case polyline([Point], isClosed: Bool = false, stroke: Stroke? = .thin, fill: Ink? = nil, arrows: Arrows = .none)
  /// 「なめらかな線」 Through all the places without corners; a closed one is the loop around those who live together.
  case curve([Point], isClosed: Bool = false, stroke: Stroke? = .thin, fill: Ink? = nil)
  /// 「円」 With its centre and radius in mm.
  case circle(Point, radius: Double, stroke: Stroke? = .thin, fill: Ink? = nil)
  /// 「四角」 With its top left corner; `corner` rounds the corners by so many mm.
  case rect(Point, Size, corner: Double = 0, stroke: Stroke? = .thin, fill: Ink? = nil)
  /// 「文字」 At a place; `size` is the height of a character in mm. `y` is the baseline, `align` says which end `x` is.
  case text(Point, String, size: Double = 3.2, align: Align = .start, isBold: Bool = false, ink: Ink = .black)
  /// 「ひとまとまり」 Shapes that belong together and have one name; with an address they are one link on the screen.
  case group(label: String, link: String? = nil, [Shape])
}

extension Shape {
  /// 「矢印の向き」 At which ends a line has an arrow head.
  public enum Arrows: Sendable, Equatable, CaseIterable {
    /// 「矢印なし」
    case none
    /// 「終わりに」 Points to where the line ends: from who gives to who receives.
    case end
    /// 「始めに」 Points to where the line begins.
    case start
    /// 「両方に」 Mutual.
    case both
  }

  /// 「文字のそろえ方」 Which end of the words the place is.
  public enum Align: Sendable, Equatable, CaseIterable {
    /// 「左そろえ」
    case start
    /// 「中央そろえ」
    case middle
    /// 「右そろえ」
    case end
  }
}

extension Drawing {
  /// 「文字の幅の見込み」 How wide words will be, in mm, without asking a font.
  ///
  /// Not narrower than printed in Gothic, so a layout that keeps this distance has no overlap on the screen or on paper. A full-width
  /// character counts as `size`, capital letters nearly so, others as two thirds of it.
  public static func width(of text: String, size: Double) -> Double {
    text.reduce(0) { $0 + (isFullWidth($1) ? 1 : isBroad($1) ? 0.95 : 0.65) } * size
  }

  /// 「ぎざぎざ」 Places of a line that goes to and fro, for tension: so many mm from turn to turn and to each side.
  public static func zigzag(from: Point, to: Point, step: Double = 1.6, swing: Double = 1) -> [Point] {
    let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
    guard length > step * 4, step > 0 else { return [from, to] }
    let (dx, dy) = ((to.x - from.x) / length, (to.y - from.y) / length)
    let turns = Int(length / step) - 2
    // Straight at both ends, so that an arrow head points along the line.
    let start = (length - Double(turns) * step) / 2
    return [from]
      + (0...turns).map { turn in
        let along = start + Double(turn) * step
        let aside = turn == 0 || turn == turns ? 0 : turn.isMultiple(of: 2) ? swing : -swing
        return Point(from.x + dx * along - dy * aside, from.y + dy * along + dx * aside)
      } + [to]
  }
}

/// Whether a half-width character is nearly as wide as a full-width one.
private func isBroad(_ character: Character) -> Bool {
  ("A"..."Z").contains(character) || "mw@%&".contains(character)
}

/// Whether a character takes a whole square in Japanese text.
package func isFullWidth(_ character: Character) -> Bool {
  guard let scalar = character.unicodeScalars.first else { return false }
  switch scalar.value {
  case 0..<0x00A7, 0xFF61...0xFFDC: return false
  case 0x00A7..<0x0370: return "§¨°±´¶×÷".unicodeScalars.contains(scalar)
  default: return true
  }
}
