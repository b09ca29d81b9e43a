/// The shape of a symbol, and how far it reaches from its centre. Points.
enum KinShape: Hashable, Sendable {
  case square, circle, diamond, triangle
  /// Small: a child that was not born, or is not yet.
  case smallTriangle, smallSquare, smallCircle, smallCross, smallBarredCross

  init(_ person: GenogramPerson, _ symbols: GenogramSymbols) {
    switch person.form {
    case .person:
      switch person.sex {
      case .male: self = .square
      case .female: self = .circle
      case .other, .notAnswered: self = .diamond
      case .unknown: self = symbols.unknownSex == .diamond ? .diamond : .triangle
      }
    case .pregnancy, .miscarriage: self = .smallTriangle
    case .stillbirth: self = person.sex == .male ? .smallSquare : .smallCircle
    case .termination: self = .smallBarredCross
    case .unknownNumber: self = .diamond
    }
  }

  var radius: Double {
    switch self {
    case .square, .circle, .diamond, .triangle: 20
    case .smallTriangle, .smallSquare, .smallCircle, .smallCross, .smallBarredCross: 10
    }
  }

  /// How far the edge is from the centre at that height above or below it.
  func reach(at dy: Double) -> Double {
    let r = radius
    switch self {
    case .square, .smallSquare, .smallCross, .smallBarredCross: return r
    case .circle, .smallCircle: return (r * r - dy * dy).squareRoot()
    case .diamond: return r - abs(dy)
    case .triangle, .smallTriangle: return (dy + r) / 2
    }
  }

  func outline(_ c: FigurePoint, _ r: Double) -> FigurePath {
    switch self {
    case .square, .smallSquare: return .rectangle(FigureBox(center: c, half: r))
    case .circle, .smallCircle: return .circle(c, r)
    case .diamond:
      return .line([c + FigurePoint(0, -r), c + FigurePoint(r, 0), c + FigurePoint(0, r), c + FigurePoint(-r, 0)], closed: true)
    case .triangle, .smallTriangle:
      return .line([c + FigurePoint(0, -r), c + FigurePoint(r, r), c + FigurePoint(-r, r)], closed: true)
    case .smallCross, .smallBarredCross:
      return FigurePath(Self.cross(c, r).steps + (self == .smallBarredCross ? FigurePath.line(bar(c, r)).steps : []))
    }
  }

  private func bar(_ c: FigurePoint, _ r: Double) -> [FigurePoint] { [c + FigurePoint(-r, -r * 0.3), c + FigurePoint(r, -r * 0.3)] }

  static func cross(_ c: FigurePoint, _ r: Double) -> FigurePath {
    FigurePath(
      FigurePath.line([c + FigurePoint(-r, -r), c + FigurePoint(r, r)]).steps
        + FigurePath.line([c + FigurePoint(r, -r), c + FigurePoint(-r, r)]).steps)
  }

  static func star(_ c: FigurePoint, _ r: Double) -> FigurePath {
    // The ten corners of a five-pointed star of radius 1, so that no trigonometry is needed.
    let outer = [(0.0, -1.0), (0.951, -0.309), (0.588, 0.809), (-0.588, 0.809), (-0.951, -0.309)]
    let inner = [(0.235, -0.324), (0.380, 0.124), (0.0, 0.4), (-0.380, 0.124), (-0.235, -0.324)]
    let corners = zip(outer, inner).flatMap { [$0, $1] }.map { c + FigurePoint($0.0 * r, $0.1 * r) }
    return .line(corners, closed: true)
  }
}

/// A person as something that takes room: the symbol and the words under it.
struct KinCell: Sendable {
  let shape: KinShape
  let lines: [String]
  /// From the centre to the left and to the right, words included.
  let left: Double
  let right: Double
  /// Children hang from the bottom: the words stand beside that line.
  let hangs: Bool
  let textHeight: Double
  /// 「養子」 Brackets stand at both sides.
  let isAdopted: Bool

  /// Words are not wider than this, in ems.
  static let widest = 9.0
  /// Between the symbol and its words.
  static let gap = 4.0

  init(
    _ person: GenogramPerson, _ style: GenogramStyle, on today: CivilDate, hangs: Bool, isLoose: Bool, isAdopted: Bool,
    _ lettering: FigureLettering
  ) {
    self.isAdopted = isAdopted
    shape = KinShape(person, style.symbols)
    self.hangs = hangs
    lines = Self.words(person, style, on: today, isLoose: isLoose).flatMap { lettering.wrapped($0, within: Self.widest * lettering.size) }
    let width = lines.map(lettering.measure).max() ?? 0
    let symbol = shape.radius + (isAdopted ? 9 : 2)
    let star = person.marks.contains(.keyPerson) && style.symbols.starsKeyPerson ? 10.0 : 0
    left = max(symbol + star, hangs ? 0 : width / 2)
    right = max(symbol, hangs ? width + 7 : width / 2)
    textHeight = Double(lines.count) * lettering.lineHeight
  }

  private static func words(_ person: GenogramPerson, _ style: GenogramStyle, on today: CivilDate, isLoose: Bool) -> [String] {
    var words: [String] = []
    if let name = person.name, !name.isBlank { words.append(name) }
    if let relation = person.relation, words.isEmpty || isLoose { words.append(words.isEmpty ? relation : "（\(relation)）") }
    if words.isEmpty, person.marks.contains(.unknown) { words.append("不明") }
    switch person.form {
    case .person: words += person.isDead ? [deathWords(person, on: today)] : []
    case .pregnancy, .miscarriage, .stillbirth, .termination, .unknownNumber: words.append(person.form.label)
    }
    if style.symbols.age == .below, !person.isDead, let age = person.age(on: today) { words.append(age.label) }
    return words + (style.showsNotes ? person.notes : [])
  }

  /// 「1941〜2019（78歳）」
  private static func deathWords(_ person: GenogramPerson, on today: CivilDate) -> String {
    let years = [person.birth, person.death ?? .unknown].map {
      $0.span.map { span in
        span.lowerBound.year == span.upperBound.year ? "\(span.lowerBound.year)" : ""
      } ?? ""
    }
    let age = person.age(on: today).map { "（\($0.label)）" } ?? ""
    if years == ["", ""] { return age.isEmpty ? "故人" : "故人\(age)" }
    return years[0].isEmpty ? "〜\(years[1])没\(age)" : "\(years[0])〜\(years[1])\(age)"
  }
}

/// The symbol and the words of a person, drawn.
struct KinCellDrawing {
  let person: GenogramPerson
  let cell: KinCell
  let style: GenogramStyle
  let today: CivilDate
  let center: FigurePoint

  private var radius: Double { cell.shape.radius }

  /// The symbol's own box.
  var body: FigureBox { FigureBox(center: center, half: radius) }

  func part(words: String, _ lettering: FigureLettering) -> FigurePart {
    let top = center.y + 20 + KinCell.gap
    let texts = lettering.set(
      cell.lines, x: cell.hangs ? center.x + 7 : center.x, top: top, cell.hangs ? .left : .middle)
    return FigurePart(.person, keys: [person.key.rawValue], words: words, marks: marks, texts: texts + inside, body: body)
  }

  var marks: [FigureMark] {
    let isFilled = person.isDead && style.symbols.dead == .filled
    let dash: [Double] = person.marks.contains(.nonFamily) ? [4, 3] : []
    var marks = [FigureMark(cell.shape.outline(center, radius), dash: dash, fill: isFilled ? .ink : .paper)]
    if person.form == .miscarriage { marks.append(FigureMark(KinShape.cross(center + FigurePoint(0, 3), 4), width: 1)) }
    if person.marks.contains(.subject) {
      marks.append(FigureMark(cell.shape.outline(center, radius - 4), stroke: isFilled ? .paper : .ink, width: 1.2))
    }
    if person.isDead, !isFilled { marks.append(FigureMark(KinShape.cross(center, radius * (cell.shape == .circle ? 0.7 : 1)), width: 1.2)) }
    if cell.isAdopted { marks += [-1.0, 1.0].map(bracket) }
    if person.marks.contains(.keyPerson), style.symbols.starsKeyPerson {
      marks.append(FigureMark(KinShape.star(center + FigurePoint(-radius - 3, -radius + 4), 7), width: 0.8, fill: .ink))
    }
    return marks
  }

  private func bracket(_ side: Double) -> FigureMark {
    let (x, tip) = (center.x + side * (radius + 7), center.x + side * (radius + 3))
    let corners = [
      FigurePoint(tip, center.y - radius), FigurePoint(x, center.y - radius), FigurePoint(x, center.y + radius),
      FigurePoint(tip, center.y + radius),
    ]
    return FigureMark(.line(corners), width: 1.2)
  }

  private var inside: [FigureText] {
    let words: String
    if person.form == .unknownNumber || (person.form == .person && person.marks.contains(.unknown) && person.birth == .unknown) {
      words = "?"
    } else if person.form == .person, !person.isDead, style.symbols.age == .inside, let age = person.age(on: today) {
      words = age.lower == age.upper ? "\(age.lower)" : age.label.replacing("歳", with: "")
    } else {
      return []
    }
    let size = words.count > 3 ? 7.5 : 12.0
    // Digits are about half as wide as high; only the place of the middle depends on it.
    let width = words.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.56 : 1) } * size
    let foot = cell.shape == .triangle ? center.y + 8 : center.y
    return [
      FigureText(
        words: words, anchor: FigurePoint(center.x - width / 2, foot + size * 0.36), size: size, isBold: false, tone: .ink,
        box: FigureBox(center.x - width / 2, foot - size / 2, center.x + width / 2, foot + size / 2))
    ]
  }
}
