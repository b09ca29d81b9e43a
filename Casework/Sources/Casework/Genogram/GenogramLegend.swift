/// The entries of the legend: only what the drawing uses (reference §11: always print a legend of the symbols in use).
struct GenogramLegend {
  let genogram: Genogram
  let graph: KinGraph
  let style: GenogramStyle

  private typealias Entry = FigureLegend.Entry

  var entries: [FigureLegend.Entry] { persons + couples + children + groups + ties }

  private func shape(_ shape: KinShape, double: Bool = false, fill: FigureTone = .paper, dash: [Double] = []) -> [FigureMark] {
    let outer = FigureMark(shape.outline(FigurePoint(0, 0), 8), width: 1.2, dash: dash, fill: fill)
    return double ? [outer, FigureMark(shape.outline(FigurePoint(0, 0), 5), width: 1)] : [outer]
  }

  private var persons: [Entry] {
    let people = genogram.persons.filter { $0.form == .person }
    var entries: [Entry] = []
    func add(_ isUsed: Bool, _ marks: @autoclosure () -> [FigureMark], _ words: String) {
      if isUsed { entries.append(Entry(marks: marks(), words: words)) }
    }
    add(people.contains { $0.sex == .male }, shape(.square), "男性")
    add(people.contains { $0.sex == .female }, shape(.circle), "女性")
    add(people.contains { $0.sex == .other || $0.sex == .notAnswered }, shape(.diamond), "その他・回答しない")
    let unknown = style.symbols.unknownSex == .diamond ? KinShape.diamond : .triangle
    add(people.contains { $0.sex == .unknown }, shape(unknown), "性別不明")
    add(genogram.subject != nil, shape(genogram.subject.map { KinShape($0, style.symbols) } ?? .square, double: true), "本人")
    let star = FigureMark(KinShape.star(FigurePoint(0, 0), 7), width: 0.8, fill: .ink)
    add(style.symbols.starsKeyPerson && people.contains { $0.marks.contains(.keyPerson) }, [star], "キーパーソン")
    let cross = FigureMark(KinShape.cross(FigurePoint(0, 0), 8), width: 1)
    add(people.contains(where: \.isDead), style.symbols.dead == .filled ? shape(.square, fill: .ink) : shape(.square) + [cross], "亡くなった人")
    add(people.contains { $0.marks.contains(.nonFamily) }, shape(.circle, dash: [3, 2]), "家族ではない人")
    for form in PersonForm.allCases where form != .person {
      guard let person = genogram.persons.first(where: { $0.form == form }) else { continue }
      let cross = form == .miscarriage ? [FigureMark(KinShape.cross(FigurePoint(0, 2), 3), width: 0.8)] : []
      entries.append(Entry(marks: shape(KinShape(person, style.symbols)) + cross, words: form.label))
    }
    return entries
  }

  private var couples: [Entry] {
    UnionKind.allCases.filter { kind in graph.couples.contains { $0.kind == kind } }.map { kind in
      let strokes: [FigureMark]
      switch kind {
      case .divorce: strokes = [KinLines.stroke(-3, 0), KinLines.stroke(3, 0)]
      case .separation, .endedCohabitation: strokes = [KinLines.stroke(0, 0)]
      case .engagement: strokes = [FigureMark(KinShape.diamond.outline(FigurePoint(0, 0), 5), width: 1.2, fill: .paper)]
      case .marriage, .commonLaw, .unspecified: strokes = []
      }
      let custody = kind.isEnded && graph.sibships.contains { $0.custody != nil && $0.couple.map { graph.couples[$0].kind } == kind }
      let words = kind.label + (custody ? "（子は親権のある側に）" : "")
      return Entry(marks: FigureLegend.sample(KinLines.kindLine(kind, style)) + strokes, words: words)
    }
  }

  private var children: [Entry] {
    let all = graph.sibships.flatMap(\.children)
    var entries = ParentageKind.allCases.filter { kind in kind != .birth && all.contains { $0.kind == kind } }.map {
      Entry(marks: FigureLegend.sample(KinLines.kindLine($0)), words: $0.label)
    }
    for kind in TwinKind.allCases where all.contains(where: { $0.twins != nil && $0.twinKind == kind }) {
      let legs = FigurePath.line([FigurePoint(-9, 8), FigurePoint(0, -8), FigurePoint(9, 8)])
      let bar = kind == .identical ? [FigureMark(.line([FigurePoint(-4.5, 0), FigurePoint(4.5, 0)]), width: 1.2)] : []
      entries.append(Entry(marks: [FigureMark(legs, width: 1.2)] + bar, words: kind.label))
    }
    if !graph.bonds.isEmpty {
      let bracket = [FigurePoint(-14, 7), FigurePoint(-14, -5), FigurePoint(14, -5), FigurePoint(14, 7)]
      entries.append(Entry(marks: [FigureMark(.line(bracket), width: 1.2, dash: FigureLine.dashed)], words: "きょうだい（父母は聞いていない）"))
    }
    return entries
  }

  private var groups: [Entry] {
    [false, true].filter { isInstitution in genogram.groups.contains { $0.isInstitution == isInstitution } }.map { isInstitution in
      let path = FigurePath.rounded(
        [FigurePoint(-17, -9), FigurePoint(17, -9), FigurePoint(17, 9), FigurePoint(-17, 9)], radius: 7)
      let mark = FigureMark(
        path, stroke: isInstitution ? .institution : .household, width: 1.5, dash: GenogramLoops.dash(style, isInstitution: isInstitution))
      return Entry(marks: [mark], words: isInstitution ? "施設などで暮らす人" : "同居している人")
    }
  }

  private var ties: [Entry] {
    guard style.showsTies else { return [] }
    return TieKind.allCases.filter { kind in genogram.ties.contains { $0.kind == kind } }.map {
      Entry(marks: FigureLegend.sample(KinTies.line($0), arrow: $0.isDirected), words: $0.label)
    }
  }
}
