import Drawing

/// 「紙の部品」 One thing on a paper, across its width, below the one before.
public indirect enum Block: Sendable, Equatable {
  /// 「標題」 The name of the paper, in the middle, with the number of the form at the left above it.
  case title(Text, number: String? = nil)
  /// 「見出し」 Stays on the page of what follows it.
  case heading(Text)
  /// 「表」 Ruled cells.
  case table(Table)
  /// 「文章」 Text without a box.
  case paragraph(Text, align: Cell.Align = .left)
  /// 「箇条書き」 Each with its mark.
  case items([Text], Marker = .dot)
  /// 「選択肢」 Without a box.
  case checks([Check], columns: Int? = nil)
  /// 「注」 Small print, each with 「※」.
  case notes([Text])
  /// 「署名欄」 Lines to sign on.
  case signatures([Signature])
  /// 「横に並べる」 Parts side by side; one under the other if they are higher than a page.
  case columns([Part])
  /// 「図」 As wide as the paper at most.
  case drawing(Drawing, caption: Text = "")
  /// 「あき」 So many mm.
  case gap(Double)
  /// 「改ページ」 What follows begins on a new page.
  case pageBreak
  /// 「離さない」 On one page, if a page is high enough.
  case together([Block])
}

extension Block {
  /// 「箇条書きのしるし」 What stands before each item.
  public enum Marker: Sendable, Equatable, CaseIterable {
    /// 「・」
    case dot
    /// 「1」「2」「3」
    case number
  }

  /// 「横に並べた一つ」 A part of the width.
  public struct Part: Sendable, Equatable {
    /// 「幅」 Relative to the other parts.
    public var width: Double
    /// 「部品」 From top to bottom.
    public var blocks: [Block]

    /// 「部分を作る」 Blocks that share a part of the width.
    public init(width: Double = 1, _ blocks: [Block]) {
      self.width = width
      self.blocks = blocks
    }
  }

  /// 「署名」 A line to sign on, with what stands before and after it.
  public struct Signature: Sendable, Equatable {
    /// 「誰の」 Before the line, such as 「本人氏名」.
    public var label: Text
    /// 「書いてある名前」 On the line, if the name is printed.
    public var name: Text
    /// 「後に書くこと」 After the line, such as 「（代筆者：　　　　）」.
    public var after: Text

    /// 「署名欄を作る」 A line to sign on.
    public init(_ label: Text, name: Text = "", after: Text = "") {
      self.label = label
      self.name = name
      self.after = after
    }
  }
}
