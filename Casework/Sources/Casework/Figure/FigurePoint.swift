/// 「図の点」 A place in a drawing; x to the right, y down, in points (1/72 inch on paper).
public struct FigurePoint: Hashable, Sendable, Codable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  static func + (a: FigurePoint, b: FigurePoint) -> FigurePoint { FigurePoint(a.x + b.x, a.y + b.y) }
  static func - (a: FigurePoint, b: FigurePoint) -> FigurePoint { FigurePoint(a.x - b.x, a.y - b.y) }
  static func * (a: FigurePoint, k: Double) -> FigurePoint { FigurePoint(a.x * k, a.y * k) }

  var length: Double { (x * x + y * y).squareRoot() }
  /// The same direction with length 1; zero stays zero.
  var unit: FigurePoint { length > 0 ? self * (1 / length) : self }
  /// A quarter turn.
  var turned: FigurePoint { FigurePoint(-y, x) }

  func cross(_ other: FigurePoint) -> Double { x * other.y - y * other.x }
  func dot(_ other: FigurePoint) -> Double { x * other.x + y * other.y }
}

/// 「図の枠」 An upright rectangle in a drawing.
public struct FigureBox: Hashable, Sendable, Codable {
  public var minX: Double
  public var minY: Double
  public var maxX: Double
  public var maxY: Double

  public init(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  init(center: FigurePoint, half: Double) {
    self.init(center.x - half, center.y - half, center.x + half, center.y + half)
  }

  init?(around points: [FigurePoint]) {
    guard let first = points.first else { return nil }
    self.init(first.x, first.y, first.x, first.y)
    for point in points.dropFirst() { self = union(FigureBox(point.x, point.y, point.x, point.y)) }
  }

  public var width: Double { maxX - minX }
  public var height: Double { maxY - minY }
  public var center: FigurePoint { FigurePoint((minX + maxX) / 2, (minY + maxY) / 2) }

  public func union(_ other: FigureBox) -> FigureBox {
    FigureBox(min(minX, other.minX), min(minY, other.minY), max(maxX, other.maxX), max(maxY, other.maxY))
  }

  /// Touching edges do not overlap.
  public func overlaps(_ other: FigureBox) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  public func contains(_ point: FigurePoint) -> Bool {
    point.x > minX && point.x < maxX && point.y > minY && point.y < maxY
  }

  /// Larger by so much on every side; smaller when negative.
  public func padded(_ by: Double) -> FigureBox { FigureBox(minX - by, minY - by, maxX + by, maxY + by) }

  func moved(_ by: FigurePoint) -> FigureBox { FigureBox(minX + by.x, minY + by.y, maxX + by.x, maxY + by.y) }

  /// Does the segment pass through the inside? By clipping (Liang–Barsky).
  func isCrossed(from a: FigurePoint, to b: FigurePoint) -> Bool {
    let d = b - a
    var (enter, leave) = (0.0, 1.0)
    for (p, q) in [(-d.x, a.x - minX), (d.x, maxX - a.x), (-d.y, a.y - minY), (d.y, maxY - a.y)] {
      if p == 0 {
        if q <= 0 { return false }
      } else if p < 0 {
        enter = max(enter, q / p)
      } else {
        leave = min(leave, q / p)
      }
    }
    return enter < leave
  }
}
