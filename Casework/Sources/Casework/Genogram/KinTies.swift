/// 「気持ちのつながりの線」 Bent lines over the structure, around the symbols and words of others (reference §11.3).
struct KinTies {
  /// Where each person's symbol is.
  let bodies: [PersonKey: FigureBox]
  /// Words and symbols, with whose they are.
  let obstacles: [(key: PersonKey, box: FigureBox)]

  func part(_ tie: EmotionalTie, _ names: [PersonKey: String], taken: [FigurePath]) -> FigurePart? {
    guard let a = bodies[tie.from], let b = bodies[tie.to] else { return nil }
    let foreign = obstacles.filter { $0.key != tie.from && $0.key != tie.to }.map(\.box)
    let own = obstacles.filter { $0.key == tie.from || $0.key == tie.to }.map(\.box)
    var best: (points: [FigurePoint], cost: Double)?
    for bend in [26.0, -26, 44, -44, 70, -70, 100, -100, 140, -140, 190, -190, 250, -250] {
      let points = Self.outside(FigurePath.bow(a.center, b.center, bend: bend), a, b)
      guard points.count > 2 else { continue }
      let pieces = Array(zip(points, points.dropFirst()))
      func hits(_ box: FigureBox) -> Bool { pieces.contains { box.padded(3).isCrossed(from: $0, to: $1) } }
      let meets = taken.contains { path in path.segments.contains { s in pieces.contains { KinLines.meet($0, $1, s.0, s.1) } } }
      let cost = Double(foreign.count(where: hits)) * 1000 + Double(own.count(where: hits)) * 40 + (meets ? 60 : 0) + abs(bend)
      if cost < best?.cost ?? .infinity { best = (points, cost) }
    }
    guard let points = best?.points else { return nil }
    let line = Self.line(tie.kind)
    var marks = line.marks(along: points)
    if tie.kind.isDirected { marks.append(line.head(at: points)) }
    if tie.kind == .sexualAbuse { marks.append(Self.dot(points)) }
    let words = "\(names[tie.from] ?? "")から\(names[tie.to] ?? "")へ：\(tie.kind.label)"
    return FigurePart(.tie, keys: [tie.from.rawValue, tie.to.rawValue], words: words, marks: marks)
  }

  private static func dot(_ points: [FigurePoint]) -> FigureMark {
    FigureMark(.circle(FigureLine.place(points, at: FigureLine.length(points) / 2).0, 4), stroke: .strain, fill: .strain)
  }

  /// The part of a bow that is outside both symbols.
  static func outside(_ bow: FigurePath, _ a: FigureBox, _ b: FigureBox) -> [FigurePoint] {
    (bow.polylines(pieces: 24).first ?? []).filter { !a.padded(4).contains($0) && !b.padded(4).contains($0) }
  }

  /// Source: reference §11.3.
  static func line(_ kind: TieKind) -> FigureLine {
    switch kind {
    case .close: FigureLine(width: 1.2, parallels: 2)
    case .fused: FigureLine(width: 1.2, parallels: 3)
    case .distant: FigureLine(width: 0.8, dash: FigureLine.dotted)
    case .normal: FigureLine(width: 1)
    case .hostile: FigureLine(width: 1, isZigzag: true, tone: .strain)
    case .conflict: FigureLine(width: 1, isZigzag: true, isHatched: true, tone: .strain)
    case .cutOff: FigureLine(width: 1, isCut: true)
    case .fusedHostile: FigureLine(width: 1, parallels: 3, isZigzag: true, tone: .strain)
    case .physicalAbuse: FigureLine(width: 2.5, isZigzag: true, tone: .strain)
    case .emotionalAbuse: FigureLine(width: 1, isZigzag: true, tone: .strain)
    case .sexualAbuse: FigureLine(width: 1.4, isZigzag: true, tone: .strain)
    case .neglect: FigureLine(width: 1.2, dash: FigureLine.dotted, isZigzag: true, tone: .strain)
    case .control: FigureLine(width: 1.2, dash: FigureLine.dashed, isZigzag: true, tone: .strain)
    }
  }
}
