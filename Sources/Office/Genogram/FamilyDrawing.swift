import Casework

/// A family drawn as it was asked for (「描いた家族」), for the screen and for paper.
struct FamilyDrawing: Sendable {
  let drawing: GenogramDrawing
  let genogram: Genogram

  init(_ family: FamilyView, _ choice: GenogramChoice, today: CivilDate) {
    genogram = choice.isInitialled ? family.genogram.initialled() : family.genogram
    drawing = genogram.drawn(on: today, style: choice.style, hints: family.hints, width: figureWidth)
  }

  static let title = "ジェノグラム"

  /// What a screen reader says first.
  var summary: String { "\(genogram.persons.count)人の家族の図。同じ内容の表が下にあります。" }

  var isWide: Bool { drawing.figure.width > drawing.figure.height }

  /// Everybody by generation, oldest first, each from the left.
  var rows: [[PersonKey]] {
    Dictionary(grouping: drawing.places, by: { $0.value.y.rounded() }).sorted { $0.key < $1.key }
      .map { row in row.value.sorted { ($0.value.x, $0.key) < ($1.value.x, $1.key) }.map(\.key) }
  }
}
