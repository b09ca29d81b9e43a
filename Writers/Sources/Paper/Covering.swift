import Drawing

/// Putting other words in the place of words, everywhere in a document: in text, marks, names to sign, drawings and at the head of pages.
extension Document {
  /// 「言葉を置き換えた書類」 The same document with every piece of text as `change` gives it back. Where furigana runs through a piece that
  /// changes, the furigana goes, so that no part of a word survives beside its replacement.
  ///
  /// The names of sections go through it too. The title for the file's properties does as well.
  public func replacing(_ change: (String) -> String) -> Document {
    var copy = self
    copy.title = change(title)
    copy.foot = Foot(by: change(foot.by), caution: change(foot.caution))
    copy.sections = sections.map { $0.replacing(change) }
    return copy
  }
}

extension Section {
  func replacing(_ change: (String) -> String) -> Section {
    var copy = self
    copy.name = change(name)
    copy.headLeft = change(headLeft)
    copy.headRight = change(headRight)
    copy.blocks = blocks.map { $0.replacing(change) }
    return copy
  }
}

extension Text {
  func replacing(_ change: (String) -> String) -> Text {
    let whole = string
    let changed = change(whole)
    if changed != whole { return runs.allSatisfy(\.isStrong) ? Text(strong: changed) : Text(changed) }
    // A reading may hold what its word does not: かくう over 架空.
    return runs.reduce(into: Text("")) { text, run in
      guard let ruby = run.ruby, change(ruby) == ruby else {
        text += run.isStrong ? Text(strong: run.text) : Text(run.text)
        return
      }
      text += Text(run.text, ruby: ruby)
    }
  }
}

extension Block {
  func replacing(_ change: (String) -> String) -> Block {
    switch self {
    case .title(let text, let number): .title(text.replacing(change), number: number)
    case .heading(let text): .heading(text.replacing(change))
    case .table(let table): .table(table.replacing(change))
    case .paragraph(let text, let align): .paragraph(text.replacing(change), align: align)
    case .items(let items, let marker): .items(items.map { $0.replacing(change) }, marker)
    case .checks(let checks, let columns): .checks(checks.map { $0.replacing(change) }, columns: columns)
    case .notes(let notes): .notes(notes.map { $0.replacing(change) })
    case .signatures(let lines):
      .signatures(
        lines.map { Signature($0.label.replacing(change), name: $0.name.replacing(change), after: $0.after.replacing(change)) })
    case .columns(let parts): .columns(parts.map { Part(width: $0.width, $0.blocks.map { $0.replacing(change) }) })
    case .drawing(let drawing, let caption): .drawing(drawing.replacing(change), caption: caption.replacing(change))
    case .together(let blocks): .together(blocks.map { $0.replacing(change) })
    case .gap, .pageBreak: self
    }
  }
}

extension Check {
  func replacing(_ change: (String) -> String) -> Check { Check(label.replacing(change), mark) }
}

extension Table {
  func replacing(_ change: (String) -> String) -> Table {
    Table(widths: widths, head: head.map { $0.replacing(change) }, rows: rows.map { $0.replacing(change) })
  }
}

extension Row {
  func replacing(_ change: (String) -> String) -> Row { Row(cells.map { $0.replacing(change) }) }
}

extension Cell {
  func replacing(_ change: (String) -> String) -> Cell {
    var copy = self
    copy.blank = blank.replacing(change)
    copy.content =
      switch content {
      case .text(let text): .text(text.replacing(change))
      case .day(let shown, let year, let month, let day):
        change(shown) == shown ? .day(shown: shown, year: year, month: month, day: day) : .text(Text(change(shown)))
      case .number(let shown, let value):
        change(shown) == shown ? .number(shown: shown, value) : .text(Text(change(shown)))
      case .checks(let checks, let columns): .checks(checks.map { $0.replacing(change) }, columns: columns)
      case .drawing(let drawing): .drawing(drawing.replacing(change))
      }
    return copy
  }
}
