/// 「続柄」 Code list C-04 (reference §6). The relation of a member to 本人. Raw values are the codes of the list and are never reused.
public enum Relation: String, CaseIterable, Sendable, Hashable, Codable {
  case person = "01"
  case husband = "02"
  case wife = "03"
  case partner = "04"
  case child = "05"
  case father = "06"
  case mother = "07"
  case adoptiveParent = "08"
  case stepParent = "09"
  case grandfather = "10"
  case grandmother = "11"
  case sibling = "12"
  case grandchild = "13"
  case parentInLaw = "14"
  case uncleOrAunt = "15"
  case nephewOrNiece = "16"
  case cousin = "17"
  case fosterParent = "18"
  case fosterChild = "19"
  case housemate = "20"
  case other = "99"

  /// 「長男」などは自由記述で補う。
  public var label: String {
    switch self {
    case .person: "本人"
    case .husband: "夫"
    case .wife: "妻"
    case .partner: "パートナー（未届の夫・妻を含む）"
    case .child: "子"
    case .father: "父"
    case .mother: "母"
    case .adoptiveParent: "養父母"
    case .stepParent: "継父母"
    case .grandfather: "祖父"
    case .grandmother: "祖母"
    case .sibling: "兄弟姉妹"
    case .grandchild: "孫"
    case .parentInLaw: "配偶者の父母"
    case .uncleOrAunt: "おじ・おば"
    case .nephewOrNiece: "甥・姪"
    case .cousin: "いとこ"
    case .fosterParent: "里親"
    case .fosterChild: "里子"
    case .housemate: "同居人"
    case .other: "その他"
    }
  }

  /// How many generations above 本人 (+) or below (-); 0 for the same, nil when it cannot be told.
  public var generation: Int? {
    switch self {
    case .person, .husband, .wife, .partner, .sibling, .cousin: 0
    case .father, .mother, .adoptiveParent, .stepParent, .parentInLaw, .uncleOrAunt, .fosterParent: 1
    case .grandfather, .grandmother: 2
    case .child, .nephewOrNiece, .fosterChild: -1
    case .grandchild: -2
    case .housemate, .other: nil
    }
  }
}
