import Casework
import Paper

/// 「書類」 One paper that can be printed about a case, filled in or blank.
struct PrintedForm: Sendable {
  /// In the address; also the stem of the file's name.
  let id: String
  /// 「様式1-1」, or empty for a paper without a number.
  let number: String
  let title: String
  /// The ones there are in a case, such as its つなぎ. A paper that exists once has one copy, with number 0.
  let copies: @Sendable (Desk, OpenedFile) throws -> [PrintedCopy]
  /// The paper filled in. Throws the 404 for a copy that is not in the case or not to be seen.
  let sections: @Sendable (Desk, OpenedFile, Int) throws -> [Section]
  /// The paper for handwriting; nothing for papers that nobody fills in by hand.
  var blank: (@Sendable (Desk) throws -> [Section])?
}

/// 「書類の一つ」 A paper of a kind that is there more than once.
struct PrintedCopy: Sendable {
  let number: Int
  /// What tells it from the others: a number and a day.
  let words: String

  /// The only one.
  static let only = PrintedCopy(number: 0, words: "")
}

/// Every paper about a case, in the order of the list. A new one is a line here.
enum PrintCatalogue {
  static let all: [PrintedForm] =
    [
      PrintedForm(
        id: "progress", number: "", title: "支援経過記録", copies: { _, _ in [.only] },
        sections: { desk, file, _ in [try NotePaper(desk, file).section] },
        blank: { desk in [NotePaper.blank(methods: desk.visit.office.list("C-15"))] })
    ] + drawings

  /// 図: each with the table that says the same.
  private static let drawings: [PrintedForm] = [
    PrintedForm(
      id: "genogram", number: "", title: "ジェノグラム", copies: { _, file in file.reach == .team ? [.only] : [] },
      sections: { desk, file, _ in [try GenogramPaper(desk, file).section] }),
    PrintedForm(
      id: "ecomap", number: "", title: "エコマップ", copies: { desk, file in try EcomapPaper.copies(desk, file) },
      sections: { desk, file, copy in [try EcomapPaper(desk, file, copy: copy).section] }),
    PrintedForm(
      id: "family-timeline", number: "", title: "家族の年表", copies: { _, _ in [.only] },
      sections: { desk, file, _ in try FamilyTimelinePaper(desk, file).sections }),
  ]

  static func form(_ id: String) -> PrintedForm? { all.first { $0.id == id } }
}
