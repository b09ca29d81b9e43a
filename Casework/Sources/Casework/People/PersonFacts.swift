/// 「本人の基本情報」 What a window knows about a person: any of it may be missing, a name may be partial or unknown.
///
/// Source: reference §5.1 nos. 5 to 11, §5.2 (identity may be partial: 「A町の80代と50代」).
public struct PersonFacts: Hashable, Sendable, Codable {
  public var name: PersonName?
  public var sex: Sex?
  public var birth: PartialDate
  /// 「住所」 Free text, 〒 included when known.
  public var address: String?
  /// 「住所不定」
  public var noFixedAddress: Bool
  public var phoneHome: String?
  public var phoneMobile: String?
  public var email: String?

  public init(
    name: PersonName? = nil, sex: Sex? = nil, birth: PartialDate = .unknown, address: String? = nil, noFixedAddress: Bool = false,
    phoneHome: String? = nil, phoneMobile: String? = nil, email: String? = nil
  ) {
    self.name = name
    self.sex = sex
    self.birth = birth
    self.address = address
    self.noFixedAddress = noFixedAddress
    self.phoneHome = phoneHome
    self.phoneMobile = phoneMobile
    self.email = email
  }

  /// Nothing at all is known.
  public var isBlank: Bool {
    (name?.isBlank ?? true) && birth == .unknown && (address ?? "").isBlank && !noFixedAddress && phones.isEmpty && (email ?? "").isBlank
  }

  /// The telephone numbers as digits, those with fewer than nine digits left out.
  public var phones: Set<String> {
    Set([phoneHome, phoneMobile].compactMap { $0?.digits }.filter { $0.count >= 9 })
  }

  /// The address for comparing: width, blanks, dashes and 丁目・番地・号 levelled; nil when empty.
  public var addressKey: String? {
    guard let address, !address.isBlank else { return nil }
    var key = ""
    for character in address.halfWidth.lowercased() where !character.isWhitespace {
      if let digit = Self.kanjiDigits[character] {
        key.append(digit)
      } else {
        key.append(character.unicodeScalars.allSatisfy(\.isDash) ? "-" : character)
      }
    }
    for unit in ["丁目", "番地の", "番地", "番", "号"] { key = key.split(separator: unit, omittingEmptySubsequences: false).joined(separator: "-") }
    while key.hasSuffix("-") { key.removeLast() }
    return key.split(separator: "-").joined(separator: "-")
  }

  private static let kanjiDigits: [Character: Character] = [
    "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
  ]
}
