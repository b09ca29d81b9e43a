extension Drawing {
  /// 「言葉を置き換えた図」 The same picture with every word, label and link as `change` gives it back; the shapes stay where they are.
  public func replacing(_ change: (String) -> String) -> Drawing {
    Drawing(size: size, title: change(title), summary: change(summary), shapes: shapes.map { $0.replacing(change) })
  }
}

extension Shape {
  func replacing(_ change: (String) -> String) -> Shape {
    switch self {
    case .text(let place, let words, let size, let align, let isBold, let ink):
      .text(place, change(words), size: size, align: align, isBold: isBold, ink: ink)
    case .group(let label, let link, let shapes): .group(label: change(label), link: link, shapes.map { $0.replacing(change) })
    case .line, .polyline, .curve, .circle, .rect: self
    }
  }
}
