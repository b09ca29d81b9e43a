/// One agency read from an open-data file (「取り込む機関」). Equal when nothing in the file has changed.
struct ImportedAgency: Sendable, Equatable {
  /// Line in the file.
  let line: Int
  /// 「122033/care_service」: whose list it is. Re-import finds its rows by this.
  let source: String
  /// The publisher's ID; where it is blank, 名称|所在地.
  let key: String
  let name: String
  let kana: String
  /// First guess by C-03; an administrator's choice is kept.
  let kind: String
  /// First guess by C-16.
  let fields: [String]
  var postalCode = ""
  var address = ""
  var phone = ""
  var fax = ""
  var hours = ""
  var about = ""
  var corporationNumber = ""
}

/// An open-data file, read (「読み取った機関一覧」).
struct AgencySheet: Sendable {
  /// 「市川市 介護サービス事業所一覧」
  let title: String
  let encoding: String
  /// Rows below the header that hold something.
  let records: Int
  let agencies: [ImportedAgency]
  /// In the order of the file.
  let faults: [ImportFault]

  var hasErrors: Bool { faults.contains { $0.weight == .error } }
}
