/// 「字の大きさと書体」 How a section is set. Sizes in points, lengths in mm.
public struct Style: Sendable, Equatable {
  /// 「書体」 The family of letters.
  public enum Face: Sendable, Equatable, CaseIterable {
    /// 「明朝」 For reading on paper.
    case mincho
    /// 「ゴシック」 For labels, headings and large type.
    case gothic
  }

  /// 「本文の大きさ」 In points.
  public var size: Double
  /// 「本文の書体」
  public var face: Face
  /// 「見出しの書体」 For labels and headings.
  public var labelFace: Face
  /// 「行送り」 From line to line, as a multiple of the size.
  public var pitch: Double
  /// 「ますの余白」 Between rule and text, in mm.
  public var padding: Double
  /// 「左の余白」 In mm; wide enough for two punched holes.
  public var left: Double
  /// 「右の余白」 In mm.
  public var right: Double
  /// 「上の余白」 In mm, above the line at the head.
  public var top: Double
  /// 「下の余白」 In mm, below the line at the foot.
  public var bottom: Double

  /// 「設定を作る」 The usual form unless told otherwise.
  public init(
    size: Double = 9.5, face: Face = .mincho, labelFace: Face = .gothic, pitch: Double = 1.5, padding: Double = 1.2, left: Double = 20,
    right: Double = 15, top: Double = 12, bottom: Double = 12
  ) {
    self.size = size
    self.face = face
    self.labelFace = labelFace
    self.pitch = pitch
    self.padding = padding
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }

  /// 「様式」 Forms: 9.5 points.
  public static let form = Style()
  /// 「細かい一覧」 Lists with many columns: 8 points.
  public static let list = Style(size: 8, pitch: 1.4, padding: 0.9)
  /// 「大きな文字」 The person's own copy: 16 points, Gothic, wide lines.
  public static let large = Style(size: 16, face: .gothic, pitch: 1.65, padding: 2.2)
}
