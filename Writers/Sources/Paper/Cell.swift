import Drawing

/// 「選択肢」 One thing that can be marked, with its mark.
public struct Check: Sendable, Equatable {
  /// 「しるし」 What stands before an option. Without colour, so that a copy still says it.
  public enum Mark: Sendable, Equatable, CaseIterable {
    /// 「□」 Not marked.
    case empty
    /// 「☑」 Marked.
    case checked
    /// 「○」 One of several that hold.
    case circle
    /// 「◎」 The one that weighs most.
    case first

    /// 「しるしの文字」 As it is read in the text of the paper and in the workbook.
    public var sign: String {
      switch self {
      case .empty: "□"
      case .checked: "☑"
      case .circle: "○"
      case .first: "◎"
      }
    }
  }

  /// 「しるし」 Before the label.
  public var mark: Mark
  /// 「選択肢の名前」 What is marked or not.
  public var label: Text

  /// 「選択肢を置く」 An option with its mark.
  public init(_ label: Text, _ mark: Mark) {
    self.label = label
    self.mark = mark
  }

  /// 「選択肢を置く」 ☑ if it holds, otherwise □.
  public init(_ label: Text, _ isMarked: Bool) {
    self.init(label, isMarked ? .checked : .empty)
  }
}

/// 「ます」 One cell of a table on paper.
public struct Cell: Sendable, Equatable {
  /// 「ますの役目」 Labels are shaded lightly; values are what the paper is about and are left out on a blank one.
  public enum Role: Sendable, Equatable, CaseIterable {
    /// 「見出しのます」 Printed also on a blank form.
    case label
    /// 「記入のます」 Empty on a blank form.
    case value
  }

  /// 「ますの中身」 What stands in a cell.
  public enum Content: Sendable, Equatable {
    /// 「文字」 Words.
    case text(Text)
    /// 「日付」 A day; on paper as `shown`, in a workbook as a date in 和暦 that can be sorted, with what stands behind the last 「日」 of `shown`.
    case day(shown: String, year: Int, month: Int, day: Int)
    /// 「数」 A number; on paper as `shown`, in a workbook as a number that can be added up, with the words around it.
    case number(shown: String, Double)
    /// 「選択肢」 In so many columns of equal width, or one after the other.
    case checks([Check], columns: Int?)
    /// 「図」 As wide as the cell at most.
    case drawing(Drawing)
  }

  /// 「横のそろえ方」 Where text stands in its cell.
  public enum Align: Sendable, Equatable, CaseIterable {
    /// 「左」
    case left
    /// 「中央」
    case centre
    /// 「右」 For amounts.
    case right
  }

  /// 「役目」 Label or value.
  public var role: Role
  /// 「中身」 What stands in it.
  public var content: Content
  /// 「横のます数」 How many columns it covers; 0 for all that are left in the row.
  public var span: Int
  /// 「縦の行数」 How many rows it covers.
  public var rows: Int
  /// 「そろえ方」 Across the cell.
  public var align: Align
  /// 「高さ」 At least so many mm.
  public var height: Double
  /// 「手書きの高さ」 At least so many mm on a blank form.
  public var blankHeight: Double
  /// 「手書き用の印字」 What is printed on a blank form instead of the value, such as 「　　年　　月　　日」.
  public var blank: Text
  /// 「続けてよい」 Long text that may run over to the next page inside its box even though it would fit on a page of its own.
  public var flows: Bool
  /// 「太枠」 A heavy frame, for items that are reported.
  public var isFramed: Bool

  /// 「ますを置く」 A cell; see the factories for the usual ones.
  public init(
    _ role: Role, _ content: Content, span: Int = 1, rows: Int = 1, align: Align = .left, height: Double = 0, blankHeight: Double = 0,
    blank: Text = "", flows: Bool = false, isFramed: Bool = false
  ) {
    self.role = role
    self.content = content
    self.span = max(0, span)
    self.rows = max(1, rows)
    self.align = align
    self.height = height
    self.blankHeight = blankHeight
    self.blank = blank
    self.flows = flows
    self.isFramed = isFramed
  }

  /// 「見出し」 A shaded cell that says what stands beside it.
  public static func label(_ text: Text, span: Int = 1, rows: Int = 1, align: Align = .left) -> Cell {
    Cell(.label, .text(text), span: span, rows: rows, align: align)
  }

  /// 「記入」 What was written.
  public static func value(_ text: Text, span: Int = 1, rows: Int = 1, align: Align = .left, blank: Text = "") -> Cell {
    Cell(.value, .text(text), span: span, rows: rows, align: align, blank: blank)
  }

  /// 「長い文章」 Text that flows over pages in its box, with room for handwriting on a blank form.
  public static func long(_ text: Text, span: Int = 0, height: Double = 0, blankHeight: Double = 30) -> Cell {
    Cell(.value, .text(text), span: span, height: height, blankHeight: blankHeight, flows: true)
  }

  /// 「選択肢」 Options with their marks. On a blank form all of them are there, none marked.
  public static func checks(_ checks: [Check], columns: Int? = nil, span: Int = 0, rows: Int = 1) -> Cell {
    Cell(.value, .checks(checks, columns: columns), span: span, rows: rows)
  }

  /// 「日付」 A day, shown as the town writes it.
  public static func day(_ shown: String, year: Int, month: Int, day: Int, span: Int = 1) -> Cell {
    Cell(.value, .day(shown: shown, year: year, month: month, day: day), span: span, blank: "　　　　年　　月　　日")
  }

  /// 「数」 A number, at the right.
  public static func number(_ shown: String, _ value: Double, span: Int = 1) -> Cell {
    Cell(.value, .number(shown: shown, value), span: span, align: .right)
  }

  /// Whether somebody writes into this cell of a blank form, rather than marking one of its options.
  package var isWritten: Bool {
    if case .checks = content { return false }
    return role == .value
  }

  /// 「太枠にする」 The same cell with a heavy frame.
  public var framed: Cell {
    var cell = self
    cell.isFramed = true
    return cell
  }

  /// 「高さを取る」 The same cell, at least so many mm high, also on a blank form.
  public func tall(_ height: Double) -> Cell {
    var cell = self
    cell.height = height
    cell.blankHeight = max(cell.blankHeight, height)
    return cell
  }
}

extension Cell: ExpressibleByStringInterpolation {
  /// 「記入」 A string literal in a row is a value.
  public init(stringLiteral value: String) {
    self.init(.value, .text(Text(value)))
  }
}
