import Testing

@testable import Casework

@Suite struct `ジェノグラムの図` {
  private func drawn(_ genogram: Genogram, _ style: GenogramStyle = GenogramStyle(showsTies: true)) -> GenogramDrawing {
    genogram.drawn(on: today, style: style, width: HardFamily.width)
  }

  @Test(arguments: HardFamily.all) func `難しい家族でも、記号・文字・線が重ならず、交わる線の数は決めた数である`(family: HardFamily) {
    let drawing = drawn(family.genogram)
    let faults = FigureFaults(drawing.figure).all
    #expect(faults.isEmpty, "\(family): \(faults.prefix(6).joined(separator: " / "))")
    #expect(drawing.crossings == family.crossings, "\(family)")
    #expect(drawing.places.count == family.genogram.persons.count)
  }

  @Test(arguments: HardFamily.all) func `同居の囲みには、いっしょに暮らす人だけが入り、名札が立つ`(family: HardFamily) {
    let figure = drawn(family.genogram).figure
    for (group, part) in zip(family.genogram.groups, figure.parts.filter { $0.role == .loop }) {
      let outlines = figure.outlines(part)
      #expect(!part.texts.isEmpty, "\(family): \(group.label)")
      for person in figure.people {
        let corners = person.boxes.flatMap(\.corners)
        let inside = corners.count { corner in outlines.contains { Figure.encloses($0, corner) } }
        #expect(inside == (group.members.contains(person.key) ? corners.count : 0), "\(family): \(group.label) \(person.key.rawValue)")
      }
    }
  }

  @Test(arguments: HardFamily.all) func `同じ家族は、記録の順がちがっても同じ図になる`(family: HardFamily) {
    var turned = family.genogram
    turned.persons.reverse()
    turned.unions.reverse()
    turned.parentage.reverse()
    #expect(drawn(turned) == drawn(family.genogram))
  }

  @Test(arguments: HardFamily.all) func `同じ世代は同じ高さに、親は子の上にいる`(family: HardFamily) throws {
    let drawing = drawn(family.genogram)
    for line in family.genogram.parentage {
      let child = try #require(drawing.places[line.child])
      for parent in line.parents { #expect(try #require(drawing.places[parent]).y < child.y) }
    }
    for union in family.genogram.unions { #expect(drawing.places[union.a]?.y == drawing.places[union.b]?.y) }
  }

  @Test(arguments: HardFamily.all) func `図が言うことは、表がすべて文で言う`(family: HardFamily) {
    let drawing = drawn(family.genogram)
    let told = drawing.table.lines.joined(separator: "\n")
    for person in family.genogram.persons {
      if let name = person.name { #expect(told.contains(name)) }
      for note in person.notes { #expect(told.contains(note)) }
      if let age = person.age(on: today) { #expect(told.contains(age.label)) }
      for mark in person.marks { #expect(told.contains(mark.label)) }
    }
    for union in family.genogram.unions { #expect(told.contains(union.kind.label)) }
    for line in family.genogram.parentage where line.kind != .birth { #expect(told.contains(line.kind.label)) }
    for group in family.genogram.groups { #expect(told.contains(group.label)) }
    for tie in family.genogram.ties { #expect(told.contains(tie.kind.label)) }
    #expect(drawing.table.rows.count == family.genogram.persons.count + family.genogram.groups.count)
  }

  @Test func `男性が左、同性は年上が左、子は年上から並ぶ`() throws {
    let same = try #require(HardFamily.all.first { $0.name == "同性の二人と養子" }).genogram
    let places = drawn(same).places
    func x(_ number: Int64) throws -> Double { try #require(places[.resident(ResidentID(rawValue: number))]).x }
    #expect(try x(1) < x(2))
    #expect(try x(4) < x(3))
    #expect(try x(5) < x(6))
    let twelve = try #require(HardFamily.all.first { $0.name == "子ども十二人" }).genogram
    let children = twelve.parentage.compactMap { drawn(twelve).places[$0.child]?.x }
    #expect(children == children.sorted() && children.count == 12)
  }

  @Test func `再婚は時の順に並び、きょうだいはそれぞれの父母の下にいる`() throws {
    let family = try #require(HardFamily.all.first { $0.name == "父のちがうきょうだい四人" }).genogram
    let places = drawn(family).places
    func x(_ number: Int64) throws -> Double { try #require(places[.resident(ResidentID(rawValue: number))]).x }
    let (fathers, children) = (try (2...5).map { try x($0) }, try (6...9).map { try x($0) })
    #expect(fathers == fathers.sorted())
    #expect(children == children.sorted())
  }

  @Test func `凡例は、使った記号だけをいつも載せる`() throws {
    let alone = try #require(HardFamily.all.first { $0.name == "一人だけ" }).genogram
    let words = try #require(drawn(alone).figure.parts.last { $0.role == .legend }).texts.map(\.words)
    #expect(words == ["凡例", "男性", "本人", "同居している人"])
  }

  @Test func `記号のきまりは切り替えられる`() throws {
    var maker = FamilyMaker()
    let dead = maker.man("故", 1920, dead: 1990)
    let unknown = maker.add("謎", .unknown, 1950)
    func marks(_ symbols: GenogramSymbols, _ key: PersonKey) -> [FigureMark] {
      let figure = drawn(maker.genogram, GenogramStyle(symbols: symbols)).figure
      return figure.parts.first { $0.keys == [key.rawValue] }?.marks ?? []
    }
    #expect(marks(.japaneseWelfare, dead).map(\.fill) == [.ink])
    #expect(marks(.mcGoldrick, dead).map(\.fill) == [.paper, nil])
    #expect(marks(GenogramSymbols(unknownSex: .diamond), unknown)[0].path.steps.count == 5)
    #expect(marks(GenogramSymbols(unknownSex: .triangle), unknown)[0].path.steps.count == 4)
  }

  @Test func `線の交わりは、十字を数え、平行を数えない`() {
    let (o, p) = (FigurePoint(0, 0), FigurePoint(10, 0))
    #expect(KinLines.meet(o, p, FigurePoint(5, -5), FigurePoint(5, 5)))
    #expect(!KinLines.meet(o, p, FigurePoint(0, 5), FigurePoint(10, 5)))
    #expect(KinLines.meet(o, p, FigurePoint(2, 0), FigurePoint(8, 0)))
    #expect(!KinLines.meet(o, p, FigurePoint(15, -5), FigurePoint(15, 5)))
  }
}
