/// The lists of one family of open data: 推奨データセット and 自治体標準オープンデータセット (「公開データの種類」).
///
/// Source: reference §9.1, §9.3–§9.5; standards §4.3.
enum OpenDataFamily: String, CaseIterable, Sendable {
  case careService = "care_service"
  case hospital
  case preschool
  case publicFacility = "public_facility"
  case facility

  var label: String {
    switch self {
    case .careService: "介護サービス事業所一覧"
    case .hospital: "医療機関一覧"
    case .preschool: "子育て施設一覧"
    case .publicFacility: "公共施設一覧"
    case .facility: "施設一覧"
    }
  }

  /// Told by the columns that only this list has.
  init(_ sheet: ImportSheet) {
    if sheet.column(["介護サービス事業所名称", "実施サービス"]) != nil {
      self = .careService
    } else if sheet.column(["診療科目", "医療機関の種類", "医療機関名称"]) != nil {
      self = .hospital
    } else if sheet.column(["一時預かりの有無", "受入年齢", "子育て施設名称"]) != nil {
      self = .preschool
    } else {
      self = sheet.column(["POIコード", "名称_通称"]) != nil ? .publicFacility : .facility
    }
  }

  /// A first guess at kind (C-03) and fields (C-16); 地域包括支援センター goes by many local names, two of which are known here.
  func kind(name: String, service: String) -> (kind: String, fields: [String]) {
    switch self {
    case .careService:
      if name.contains("地域包括支援センター") || name.contains("高齢者サポートセンター") { return ("16", ["01"]) }
      return (service.contains("居宅介護支援") ? "17" : "18", ["01"])
    case .hospital: return ("32", ["08"])
    case .preschool: return ("24", ["03"])
    case .publicFacility, .facility:
      if name.hasSuffix("学校") || name.hasSuffix("学園") { return ("26", ["11"]) }
      if ["保育園", "保育所", "幼稚園", "こども園"].contains(where: name.contains) { return ("24", ["03"]) }
      return ("99", ["99"])
    }
  }

  static let names = ["名称", "介護サービス事業所名称", "施設名称", "医療機関名称", "子育て施設名称", "事業所名称", "施設名"]
  static let kana = ["名称_カナ", "介護サービス事業所名称_カナ", "施設名称_カナ", "医療機関名称_カナ", "子育て施設名称_カナ", "事業所名称_カナ", "施設名_カナ"]
  static let code = ["全国地方公共団体コード", "都道府県コード又は市区町村コード", "市区町村コード"]
  static let id = ["ID", "NO"]
  static let address = ["所在地_連結表記", "所在地_連結標記", "住所", "所在地"]
  static let addressParts = ["所在地_都道府県", "所在地_市区町村", "所在地_町字", "所在地_番地以下"]
  static let building = ["建物名等(方書)", "方書", "所在地_方書"]
}
