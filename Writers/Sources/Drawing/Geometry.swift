/// 「点」 A place in a drawing, in mm from its top left corner.
public struct Point: Sendable, Equatable {
  /// 「横」 To the right, in mm.
  public var x: Double
  /// 「縦」 Downwards, in mm.
  public var y: Double

  /// 「点を置く」 A place in mm.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// 「大きさ」 Width and height in mm.
public struct Size: Sendable, Equatable {
  /// 「幅」 In mm.
  public var width: Double
  /// 「高さ」 In mm.
  public var height: Double

  /// 「大きさを決める」 Width and height in mm.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// 「色」 What a line or a surface is drawn with. Papers are copied in black and white, so a colour never carries a meaning alone.
public struct Ink: Sendable, Equatable {
  /// 「赤・緑・青」 0 (none) to 255.
  public var red: UInt8
  /// 「緑」 0 to 255.
  public var green: UInt8
  /// 「青」 0 to 255.
  public var blue: UInt8

  /// 「色を作る」 Parts from 0 to 255.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// 「黒」 The usual ink.
  public static let black = Ink(red: 0, green: 0, blue: 0)
  /// 「白」 The paper itself, to hide what is below.
  public static let white = Ink(red: 255, green: 255, blue: 255)

  /// 「灰色」 0 is black, 1 is white; a value outside is taken for the nearer end.
  public static func grey(_ level: Double) -> Ink {
    let part = UInt8(min(max(level, 0), 1) * 255)
    return Ink(red: part, green: part, blue: part)
  }
}

/// 「線の引き方」 Width in mm, ink, and dashes.
public struct Stroke: Sendable, Equatable {
  /// 「太さ」 In mm.
  public var width: Double
  /// 「色」 What it is drawn with.
  public var ink: Ink
  /// 「破線」 Lengths in mm of line, gap, line, gap and so on; empty for a solid line.
  public var dashes: [Double]

  /// 「線を選ぶ」 A line; solid and thin unless told otherwise.
  public init(width: Double = 0.25, ink: Ink = .black, dashes: [Double] = []) {
    self.width = width
    self.ink = ink
    self.dashes = dashes
  }

  /// 「細い線」 0.25 mm, solid.
  public static let thin = Stroke()
  /// 「太い線」 0.9 mm, solid.
  public static let thick = Stroke(width: 0.9)
  /// 「破線」 0.25 mm, dashes of 1.6 mm.
  public static let dashed = Stroke(dashes: [1.6, 1.2])
  /// 「点線」 0.3 mm, dots.
  public static let dotted = Stroke(width: 0.3, dashes: [0.3, 0.9])
}
