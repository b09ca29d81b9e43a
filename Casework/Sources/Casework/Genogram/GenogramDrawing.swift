/// 「ジェノグラムの図」 A genogram laid out: where everybody stands, all lines, words and the legend, and the table that says the same.
///
/// Source: reference §11.1 to §11.3. The same value for the same family, style and hints, on every machine.
public struct GenogramDrawing: Hashable, Sendable {
  public let figure: Figure
  public let table: FigureTable
  /// Middles of the symbols in the figure: what a person moves by hand, and where keyboard focus goes.
  public let places: [PersonKey: FigurePoint]
  /// How often lines of different families cross.
  public let crossings: Int
}

extension Genogram {
  /// 「描いたジェノグラム」 For a viewer: hide (`without`) and take the names out (`initialled`) before.
  public func drawn(
    on today: CivilDate, style: GenogramStyle = GenogramStyle(), hints: GenogramHints = GenogramHints(), width: @escaping TextWidth
  )
    -> GenogramDrawing
  {
    GenogramPainter(genogram: tidied, today: today, style: style, lettering: FigureLettering(width: width, size: style.textSize))
      .drawing(hints)
  }
}

private struct GenogramPainter {
  let genogram: Genogram
  let today: CivilDate
  let style: GenogramStyle
  let lettering: FigureLettering

  func drawing(_ hints: GenogramHints) -> GenogramDrawing {
    let graph = KinGraph(genogram)
    let cells = cells(graph)
    let places = Dictionary(
      hints.places.compactMap { key, x in graph.index[key].map { ($0, x) } }, uniquingKeysWith: { first, _ in first })
    let rows = KinHinted.rows(KinSearch(graph: graph, cells: cells, style: style).best(), places)
    // Distances that were made by hand stay, unless somebody is gone for whom they were made.
    let isComplete = hints.keepsDistances && places.count == hints.places.count
    let columns = KinColumns(
      KinFrame(graph, rows), cells, hints: hints.keepsDistances ? places : [:], closesGaps: places.isEmpty || !isComplete)
    let lines = KinLines(KinHeights(columns), style)
    let words = GenogramWords(genogram: genogram, today: today, style: style)
    let figure = Figure(parts(graph, lines, cells, words))
    let order = rows.flatMap { row in
      row.compactMap { item in if case .person(let person) = item { graph.persons[person].key } else { nil } }
    }
    let spots = figure.parts.compactMap { part in
      part.role == .person ? part.keys.first.flatMap { key in part.body.map { (PersonKey(rawValue: key), $0.center) } } : nil
    }
    return GenogramDrawing(
      figure: figure, table: words.table(order), places: Dictionary(spots, uniquingKeysWith: { first, _ in first }),
      crossings: lines.crossings)
  }

  private func cells(_ graph: KinGraph) -> [KinCell] {
    graph.persons.indices.map { person in
      let hangs = graph.sibships.contains { $0.parents == [person] }
      let isLoose =
        graph.home[person] == nil && !graph.sibships.contains { $0.parents.contains(person) }
        && !graph.couples.contains { $0.a == person || $0.b == person }
      let isAdopted = graph.sibships.contains { $0.children.contains { $0.person == person && $0.kind == .adopted } }
      return KinCell(
        graph.persons[person], style, on: today, hangs: hangs, isLoose: isLoose && genogram.persons.count > 1, isAdopted: isAdopted,
        lettering)
    }
  }

  private func parts(_ graph: KinGraph, _ lines: KinLines, _ cells: [KinCell], _ words: GenogramWords) -> [FigurePart] {
    let people = graph.persons.indices.map { number in
      let drawing = KinCellDrawing(
        person: graph.persons[number], cell: cells[number], style: style, today: today, center: lines.center(number))
      return drawing.part(words: words.sentence(graph.persons[number].key), lettering)
    }
    let boxes = Dictionary(
      zip(graph.persons, people).compactMap { person, part in part.box.map { (person.key, $0) } }, uniquingKeysWith: { first, _ in first })
    let structure = lines.lines.map { line in
      FigurePart(line.role, keys: line.persons.map { graph.persons[$0].key.rawValue }, marks: line.line.marks(along: line.points))
    }
    let signs = lines.signs.map { sign in
      FigurePart(
        .union, keys: [graph.couples[sign.couple].a, graph.couples[sign.couple].b].map { graph.persons[$0].key.rawValue },
        marks: [sign.mark])
    }
    let loops = GenogramLoops(
      groups: genogram.groups, boxes: boxes, style: style, lettering: lettering,
      obstacles: people.flatMap { $0.texts.map(\.box) + ($0.box.map { [$0] } ?? []) },
      lines: (structure + signs).flatMap { $0.marks.flatMap(\.path.segments) }
    ).parts(words.names)
    let drawn = loops + structure + signs + people + ties(graph, people, words)
    guard let around = drawn.compactMap(\.box).reduce(nil, { $0?.union($1) ?? $1 }) as FigureBox? else { return [] }
    let legend = FigureLegend(entries: GenogramLegend(genogram: genogram, graph: graph, style: style).entries, lettering: lettering)
    return drawn + [legend.part(left: around.minX, top: around.maxY + 20, width: max(around.width, 480))]
  }

  private func ties(_ graph: KinGraph, _ people: [FigurePart], _ words: GenogramWords) -> [FigurePart] {
    guard style.showsTies else { return [] }
    let bodies = zip(graph.persons, people).compactMap { person, part in part.body.map { (person.key, $0) } }
    let obstacles = zip(graph.persons, people).flatMap { person, part in
      ((part.body.map { [$0] } ?? []) + part.texts.map(\.box)).map { (person.key, $0) }
    }
    let ties = KinTies(bodies: Dictionary(bodies, uniquingKeysWith: { first, _ in first }), obstacles: obstacles)
    var taken: [FigurePath] = []
    return genogram.ties.compactMap { tie in
      guard let part = ties.part(tie, words.names, taken: taken) else { return nil }
      taken += part.marks.map(\.path)
      return part
    }
  }
}
