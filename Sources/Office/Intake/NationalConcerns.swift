import Casework

extension Concerns {
  /// The same marks in the codes of C-01, on which rules, lists and figures depend.
  ///
  /// A list of a form's own (C-01b of つなぐシート) names in `nationalCode` the code of C-01 that each item counts as; an item that names
  /// none counts as 「その他」.
  func national(in list: CodeList?) -> Concerns {
    func code(_ own: String) -> String { list?.item(own)?.nationalCode ?? ConcernCode.other }
    return Concerns(codes: Set(codes.map(code)), main: main.map(code), other: other)
  }
}
