/// 「図の色」 What a colour is for. Never the only carrier of a meaning: every drawing reads in black and white.
///
/// Source: design notes on colour (デジタル庁デザインシステム); reference §11 (legend always).
public enum FigureTone: String, CaseIterable, Sendable, Hashable, Codable {
  case ink, faint, paper, household, institution, strain

  /// 「#1a1a1a」 On screens; paper may print all but `paper` black.
  public var hex: String {
    switch self {
    case .ink: "#1a1a1a"
    case .faint: "#666666"
    case .paper: "#ffffff"
    case .household: "#0017c1"
    case .institution: "#197a4b"
    case .strain: "#ce0000"
    }
  }
}

/// 「図の一筆」 A path with how it is drawn. Width and dashes in points.
public struct FigureMark: Hashable, Sendable, Codable {
  public var path: FigurePath
  /// Nil: not stroked.
  public var stroke: FigureTone?
  public var width: Double
  /// Lengths of dash and gap by turns; empty: unbroken.
  public var dash: [Double]
  /// Nil: not filled.
  public var fill: FigureTone?

  public init(_ path: FigurePath, stroke: FigureTone? = .ink, width: Double = 1.5, dash: [Double] = [], fill: FigureTone? = nil) {
    self.path = path
    self.stroke = stroke
    self.width = width
    self.dash = dash
    self.fill = fill
  }

  func moved(_ by: FigurePoint) -> FigureMark {
    var copy = self
    copy.path = path.moved(by)
    return copy
  }
}

/// 「図の文字」 One line of words; `anchor` is the left end of the base line.
public struct FigureText: Hashable, Sendable, Codable {
  public var words: String
  public var anchor: FigurePoint
  public var size: Double
  public var isBold: Bool
  public var tone: FigureTone
  /// As wide as the measure said, as high as the line.
  public var box: FigureBox

  func moved(_ by: FigurePoint) -> FigureText {
    var copy = self
    copy.anchor = anchor + by
    copy.box = box.moved(by)
    return copy
  }
}

/// 「図の部分の役」 What a part of a drawing stands for. Raw values are class names and never renamed.
public enum FigureRole: String, CaseIterable, Sendable, Hashable, Codable {
  case person, union, parentage, siblings, loop, tie, system, link, household, event, scale, legend
}

/// 「図の部分」 One thing of a drawing: a person, a line between two, a loop, an entry of the legend.
public struct FigurePart: Hashable, Sendable, Codable {
  public var role: FigureRole
  /// Who or what it is about: raw values of `PersonKey` or `SystemKey`.
  public var keys: [String]
  /// What a screen reader says; nil for parts that say nothing beyond their neighbours.
  public var words: String?
  public var marks: [FigureMark]
  public var texts: [FigureText]
  /// The symbol itself, which no line may cross; nil for lines.
  public var body: FigureBox?

  public init(
    _ role: FigureRole, keys: [String] = [], words: String? = nil, marks: [FigureMark] = [], texts: [FigureText] = [],
    body: FigureBox? = nil
  ) {
    self.role = role
    self.keys = keys
    self.words = words
    self.marks = marks
    self.texts = texts
    self.body = body
  }

  func moved(_ by: FigurePoint) -> FigurePart {
    FigurePart(
      role, keys: keys, words: words, marks: marks.map { $0.moved(by) }, texts: texts.map { $0.moved(by) }, body: body?.moved(by))
  }

  var box: FigureBox? {
    let boxes = marks.compactMap { mark in mark.path.box?.padded(mark.width / 2) } + texts.map(\.box) + (body.map { [$0] } ?? [])
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
  }
}

/// 「図」 A drawing as a value: parts in the order in which they are painted, and how large it is. It knows no surface.
///
/// Source: reference §11 (every drawing has an equivalent table: `FigureTable`).
public struct Figure: Hashable, Sendable, Codable {
  public var parts: [FigurePart]
  /// From 0, 0.
  public var width: Double
  public var height: Double

  /// Moved so that everything lies within the margin.
  init(_ parts: [FigurePart], margin: Double = 16) {
    let boxes = parts.compactMap(\.box)
    guard let first = boxes.first else {
      (self.parts, width, height) = ([], 0, 0)
      return
    }
    let box = boxes.dropFirst().reduce(first) { $0.union($1) }
    self.parts = parts.map { $0.moved(FigurePoint(margin - box.minX, margin - box.minY)) }
    width = box.width + 2 * margin
    height = box.height + 2 * margin
  }
}

/// 「図と同じことを言う表」 For those who do not see the drawing, or would rather read it: all that it says, in sentences.
///
/// Source: reference §11.4 (every drawing has an equivalent table/text list).
public struct FigureTable: Hashable, Sendable, Codable {
  /// 「図と同じことを言う表」の行 Whom or what the sentences are about, and the sentences.
  public struct Row: Hashable, Sendable, Codable {
    /// Raw value of the `PersonKey` or `SystemKey`; nil for what is about nobody alone.
    public var key: String?
    public var heading: String
    public var sentences: [String]
  }

  public var rows: [Row]

  /// One line a row, for plain text.
  public var lines: [String] { rows.map { ([$0.heading] + $0.sentences).joined(separator: "　") } }
}
