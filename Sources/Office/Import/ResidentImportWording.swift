import Casework

/// How town offices write sex, relation and dates in an extract.
enum ResidentImportWording {
  /// 男, 女性, 1, 2; blank and 不明 are unknown; nil when it cannot be read.
  static func sex(_ text: String) -> Sex? {
    switch ImportedText.narrow(text).uppercased() {
    case "男", "男性", "1", "M": .male
    case "女", "女性", "2", "F": .female
    case "その他", "3": .other
    case "", "不明", "0", "9", "-": .unknown
    default: nil
    }
  }

  /// 続柄 in an extract is told from 世帯主. What C-04 does not have stays その他; the words are kept beside it.
  static func relation(_ text: String) -> Relation {
    switch text {
    case "本人", "世帯主": .person
    case "夫": .husband
    case "妻": .wife
    case "夫(未届)", "妻(未届)", "夫（未届）", "妻（未届）", "未届の夫", "未届の妻": .partner
    case "子", "長男", "長女", "二男", "次男", "二女", "次女", "三男", "三女", "四男", "四女", "養子": .child
    case "父": .father
    case "母": .mother
    case "養父", "養母": .adoptiveParent
    case "継父", "継母": .stepParent
    case "祖父": .grandfather
    case "祖母": .grandmother
    case "兄", "弟", "姉", "妹": .sibling
    case "子の子", "孫": .grandchild
    case "夫の父", "夫の母", "妻の父", "妻の母": .parentInLaw
    case "おじ", "おば", "伯父", "叔父", "伯母", "叔母", "父の兄", "父の弟", "母の姉", "母の妹": .uncleOrAunt
    case "おい", "めい", "甥", "姪": .nephewOrNiece
    case "いとこ": .cousin
    case "同居人": .housemate
    default: .other
    }
  }

  /// 「3330401」: one digit for the era (1明治 2大正 3昭和 4平成 5令和) and six for the day, as many extracts write it.
  static func eraDate(_ text: String) -> String? {
    let digits = Array(ImportedText.narrow(text))
    guard digits.count == 7, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let era = ["1": "M", "2": "T", "3": "S", "4": "H", "5": "R"][digits[0]]
    else { return nil }
    return "\(era)\(String(digits[1...2])).\(String(digits[3...4])).\(String(digits[5...6]))"
  }
}
