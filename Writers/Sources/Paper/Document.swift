import Foundation

/// 「書類」 What is printed: a form, a letter, or a whole meeting pack. It says what stands on the paper, and nothing of files.
///
/// The same value becomes a PDF and a workbook.
///
/// ```swift
/// let document = Document(title: "相談受付・申込票", made: now, sections: [
///   Section("申込票", [
///     .title("相談受付・申込票", number: "様式1-1"),
///     .table(Table(widths: [2, 5, 2, 5], rows: [
///       [.label("氏名"), .value("架空 花子"), .label("生年月日"), .day("昭和60年4月1日", year: 1985, month: 4, day: 1)],
///       [.label("具体的内容"), .long(text)],
///     ])),
///   ])
/// ])
/// ```
public struct Document: Sendable, Equatable {
  /// 「題名」 For the properties of the file: shown in title bars and lists of recent files, so never with a personal name.
  public var title: String
  /// 「出力日時」 For the properties of the file. Passed in, so that the same paper gives the same bytes.
  public var made: Date
  /// 「欄外」 What stands at the foot of each page.
  public var foot: Foot
  /// 「部」 Each begins on a new page and is a sheet of the workbook.
  public var sections: [Section]

  /// 「書類を作る」 A document of these sections.
  public init(title: String, made: Date, foot: Foot = Foot(), sections: [Section]) {
    self.title = title
    self.made = made
    self.foot = foot
    self.sections = sections
  }

  /// 「欄外」 What stands at the foot of each page, beside the number of the page.
  public struct Foot: Sendable, Equatable {
    /// 「だれがいつ出力したか」 At the left.
    public var by: String
    /// 「取扱注意」 At the right, in a frame; empty for none.
    public var caution: String

    /// 「欄外を決める」 Who printed it and when, and the caution.
    public init(by: String = "", caution: String = "") {
      self.by = by
      self.caution = caution
    }
  }
}

/// 「部」 A part of a document that begins on a new page.
public struct Section: Sendable, Equatable {
  /// 「部の名前」 In the outline of the PDF and on the tab of the sheet.
  public var name: String
  /// 「部品」 From top to bottom.
  public var blocks: [Block]
  /// 「向き」 Of the A4 sheet.
  public var isLandscape: Bool
  /// 「字の大きさと書体」
  public var style: Style
  /// 「手書き用」 A blank form: labels and options are printed; values, marks, names to sign and drawings are not. What stands outside of
  /// tables (paragraphs, items, heads) is taken for printed text, so a person's words belong into cells.
  public var isBlank: Bool
  /// 「左上の欄外」 At the head of each page, such as the number of the form.
  public var headLeft: String
  /// 「右上の欄外」 At the head of each page, such as the number of the case.
  public var headRight: String
  /// 「ページ番号を改める」 Whether pages are counted anew from here, as for one of many papers in a pack.
  public var restartsNumbering: Bool

  /// 「部を作る」 A part with its name.
  public init(
    _ name: String, _ blocks: [Block], isLandscape: Bool = false, style: Style = .form, isBlank: Bool = false,
    headLeft: String = "", headRight: String = "", restartsNumbering: Bool = false
  ) {
    self.name = name
    self.blocks = blocks
    self.isLandscape = isLandscape
    self.style = style
    self.isBlank = isBlank
    self.headLeft = headLeft
    self.headRight = headRight
    self.restartsNumbering = restartsNumbering
  }
}
