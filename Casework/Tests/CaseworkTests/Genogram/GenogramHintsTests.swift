import Testing

@testable import Casework

@Suite struct `ジェノグラムの手直し` {
  private func drawn(_ genogram: Genogram, _ hints: GenogramHints) -> GenogramDrawing {
    genogram.drawn(on: today, hints: hints, width: HardFamily.width)
  }

  private func siblings(_ count: Int) -> (FamilyMaker, [PersonKey]) {
    var f = FamilyMaker()
    let (father, mother) = (f.man("父夫", 1950), f.woman("母女", 1952))
    f.join(father, mother)
    let children = (0..<count).map { f.woman("子\($0)", 1975 + $0) }
    f.children([father, mother], children)
    return (f, children)
  }

  @Test func `手で動かした並びと間隔は、人が加わっても残る`() throws {
    var (f, children) = siblings(3)
    let hints = GenogramHints([children[0]: 740, children[1]: 300, children[2]: 520])
    let before = drawn(f.genogram, hints).places
    #expect(try #require(before[children[1]]).x < #require(before[children[2]]).x)
    #expect(try #require(before[children[2]]).x < #require(before[children[0]]).x)
    let new = f.man("新", 1990)
    f.children(f.genogram.parentage[0].parents, [new])
    let after = drawn(f.genogram, hints)
    for pair in [(0, 2), (2, 1)] {
      let (a, b) = (children[pair.0], children[pair.1])
      #expect(try #require(after.places[a]).x - #require(after.places[b]).x == #require(before[a]).x - #require(before[b]).x)
    }
    #expect(after.places[new]?.y == after.places[children[0]]?.y)
    #expect(FigureFaults(after.figure).all.isEmpty)
  }

  @Test func `人が抜けても、図にすき間は残らない`() throws {
    let (f, children) = siblings(9)
    let hints = GenogramHints(Dictionary(uniqueKeysWithValues: children.enumerated().map { ($1, Double($0) * 120) }))
    let gone = Set(children[1...4])
    let figure = drawn(f.genogram.without(gone), hints).figure
    let spans = figure.people.flatMap(\.boxes).sorted { $0.minX < $1.minX }
    var end = try #require(spans.first).maxX
    for span in spans {
      #expect(span.minX - end <= 66)
      end = max(end, span.maxX)
    }
  }

  @Test(arguments: HardFamily.all) func `どう動かしても、記号と文字は重ならない`(family: HardFamily) {
    let places = family.genogram.drawn(on: today, width: HardFamily.width).places
    var hints: [PersonKey: Double] = [:]
    for (at, place) in places.sorted(by: { $0.key < $1.key }).enumerated() where at.isMultiple(of: 2) {
      hints[place.key] = place.value.x + Double((at * 37) % 160) - 80
    }
    let faults = FigureFaults(drawn(family.genogram, GenogramHints(hints)).figure).all.filter { $0.contains("重なる") }
    #expect(faults.isEmpty, "\(family): \(faults.prefix(3))")
  }
}
