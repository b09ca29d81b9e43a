/// Something in an imported file that a person should know, and where it is (「取込みの指摘」).
public struct ImportFault: Sendable, Equatable {
  /// How much it matters.
  public enum Weight: String, Sendable, CaseIterable {
    /// 「誤り」 Nothing of the file can be taken in until it is put right.
    case error
    /// 「注意」 Taken in, but somebody should look.
    case caution
    /// 「直したこと」 Was ruined in a known way and is put right.
    case repaired

    /// 「誤り」「注意」「直したこと」
    public var label: String {
      switch self {
      case .error: "誤り"
      case .caution: "注意"
      case .repaired: "直したこと"
      }
    }
  }

  public let weight: Weight
  /// Line of text in the file, from 1.
  public let line: Int
  /// Column, from 1.
  public let column: Int
  /// The header of the column; empty when it has none.
  public let columnName: String
  /// What is wrong and what to do.
  public let message: String

  /// 「12行目 3列目（電話番号）」
  public var place: String { "\(line)行目 \(column)列目" + (columnName.isEmpty ? "" : "（\(columnName)）") }
}
