/// 「図の線の一歩」 One step of a path: what every drawing surface (SVG, Cairo, PDF) can do.
public enum FigureStep: Hashable, Sendable, Codable {
  case move(FigurePoint)
  case line(FigurePoint)
  /// A cubic curve with its two control points.
  case curve(FigurePoint, FigurePoint, to: FigurePoint)
  case close
}

/// 「図の線」 A path of straight and curved steps.
public struct FigurePath: Hashable, Sendable, Codable {
  public var steps: [FigureStep]

  public init(_ steps: [FigureStep] = []) { self.steps = steps }

  static func line(_ points: [FigurePoint], closed: Bool = false) -> FigurePath {
    guard let first = points.first else { return FigurePath() }
    return FigurePath([.move(first)] + points.dropFirst().map { .line($0) } + (closed ? [.close] : []))
  }

  static func rectangle(_ box: FigureBox) -> FigurePath {
    line(
      [
        FigurePoint(box.minX, box.minY), FigurePoint(box.maxX, box.minY), FigurePoint(box.maxX, box.maxY), FigurePoint(box.minX, box.maxY),
      ], closed: true)
  }

  static func circle(_ c: FigurePoint, _ r: Double) -> FigurePath {
    let k = r * 0.5523
    return FigurePath([
      .move(FigurePoint(c.x + r, c.y)),
      .curve(FigurePoint(c.x + r, c.y + k), FigurePoint(c.x + k, c.y + r), to: FigurePoint(c.x, c.y + r)),
      .curve(FigurePoint(c.x - k, c.y + r), FigurePoint(c.x - r, c.y + k), to: FigurePoint(c.x - r, c.y)),
      .curve(FigurePoint(c.x - r, c.y - k), FigurePoint(c.x - k, c.y - r), to: FigurePoint(c.x, c.y - r)),
      .curve(FigurePoint(c.x + k, c.y - r), FigurePoint(c.x + r, c.y - k), to: FigurePoint(c.x + r, c.y)),
      .close,
    ])
  }

  /// A closed outline whose corners are rounded by at most that radius.
  static func rounded(_ corners: [FigurePoint], radius: Double) -> FigurePath {
    guard corners.count > 2 else { return line(corners, closed: true) }
    var steps: [FigureStep] = []
    for (index, corner) in corners.enumerated() {
      let before = corners[(index + corners.count - 1) % corners.count] - corner
      let after = corners[(index + 1) % corners.count] - corner
      let r = min(radius, before.length / 2, after.length / 2)
      let (from, to) = (corner + before.unit * r, corner + after.unit * r)
      steps.append(steps.isEmpty ? .move(from) : .line(from))
      steps.append(.curve(corner - (corner - from) * 0.45, corner - (corner - to) * 0.45, to: to))
    }
    return FigurePath(steps + [.close])
  }

  /// A bow from one place to another; the two control points lie that far off the straight line.
  static func bow(_ a: FigurePoint, _ b: FigurePoint, bend: Double) -> FigurePath {
    let side = (b - a).unit.turned * bend
    return FigurePath([.move(a), .curve(a + (b - a) * 0.3 + side, a + (b - a) * 0.7 + side, to: b)])
  }

  func moved(_ by: FigurePoint) -> FigurePath {
    FigurePath(
      steps.map { step in
        switch step {
        case .move(let p): .move(p + by)
        case .line(let p): .line(p + by)
        case .curve(let a, let b, let p): .curve(a + by, b + by, to: p + by)
        case .close: .close
        }
      })
  }

  /// 「折れ線」 The path as straight pieces, for measuring; a curve in `pieces` of them. One list a subpath, closed ones end where they began.
  public func polylines(pieces: Int = 12) -> [[FigurePoint]] {
    var lines: [[FigurePoint]] = []
    for step in steps {
      let last = lines.last?.last ?? FigurePoint(0, 0)
      switch step {
      case .move(let p):
        lines.append([p])
      case .line(let p):
        if !lines.isEmpty { lines[lines.count - 1].append(p) }
      case .curve(let a, let b, let p):
        guard !lines.isEmpty else { continue }
        for piece in 1...pieces {
          let (t, u) = (Double(piece) / Double(pieces), 1 - Double(piece) / Double(pieces))
          lines[lines.count - 1].append(last * (u * u * u) + a * (3 * u * u * t) + b * (3 * u * t * t) + p * (t * t * t))
        }
      case .close:
        if let first = lines.last?.first { lines[lines.count - 1].append(first) }
      }
    }
    return lines
  }

  /// The straight pieces one by one.
  var segments: [(FigurePoint, FigurePoint)] {
    polylines().flatMap { line in zip(line, line.dropFirst()).map { ($0, $1) } }
  }

  var box: FigureBox? { FigureBox(around: polylines().flatMap { $0 }) }
}
