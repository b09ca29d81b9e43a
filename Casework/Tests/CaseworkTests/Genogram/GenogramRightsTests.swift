import Foundation
import Testing

@testable import Casework

@Suite struct `見る人の権限で描き直すジェノグラム` {
  private func drawn(_ genogram: Genogram, _ hints: GenogramHints = GenogramHints()) -> GenogramDrawing {
    genogram.drawn(on: today, style: GenogramStyle(showsTies: true), hints: hints, width: HardFamily.width)
  }

  /// A family with somebody to be hidden, or the same family in which he was never recorded.
  private func family(with abuser: Bool) -> (Genogram, PersonKey) {
    var f = FamilyMaker()
    let mother = f.woman("逃子", 1982, [.subject])
    let children = [f.woman("守子", 2010), f.man("守男", 2014)]
    let grandmother = f.woman("祖母乃", 1955)
    f.children([grandmother], [mother])
    guard abuser else {
      f.children([mother], children)
      f.home("本人の世帯", [mother] + children)
      return (f.genogram, PersonKey(rawValue: "nobody"))
    }
    let hidden = f.man("害男", 1978)
    f.join(hidden, mother, .separation)
    f.children([hidden, mother], children, custody: mother)
    f.home("本人の世帯", [mother, hidden] + children)
    f.home("害男の家", [hidden])
    f.genogram.ties = [EmotionalTie(hidden, mother, .physicalAbuse)]
    return (f.genogram, hidden)
  }

  @Test func `見せない人がいる図は、初めからいなかった図と同じである`() {
    let (whole, hidden) = family(with: true)
    let never = family(with: false).0
    #expect(whole.without([hidden]) == never)
    #expect(drawn(whole.without([hidden])) == drawn(never))
    #expect(FigureFaults(drawn(never).figure).all.isEmpty)
  }

  @Test(arguments: HardFamily.all) func `誰を除いても、その人の番号も名前も残らず、図は重ならない`(family: HardFamily) throws {
    // Every third is enough to meet parents, partners and children.
    for (at, person) in family.genogram.persons.enumerated() where at % 3 == 1 {
      let rest = drawn(family.genogram.without([person.key]))
      let text = String(decoding: try JSONEncoder().encode(rest.figure), as: UTF8.self) + rest.table.lines.joined()
      #expect(!text.contains("\"\(person.key.rawValue)\""))
      if let name = person.name, !family.genogram.persons.contains(where: { $0 != person && $0.name?.hasPrefix(name) == true }) {
        #expect(!text.contains(name), "\(family) \(name)")
      }
      let faults = FigureFaults(rest.figure).all
      #expect(faults.isEmpty, "\(family) \(person.name ?? ""): \(faults.prefix(3))")
    }
  }

  @Test func `除いた人に合わせた間隔は、手で直した位置からも残らない`() {
    let (whole, hidden) = family(with: true)
    let places = drawn(whole).places.mapValues { $0.x * 2 }
    let rest = GenogramHints(places).without([hidden])
    #expect(!rest.keepsDistances && rest.places[hidden] == nil)
    #expect(drawn(whole.without([hidden]), rest).figure == drawn(family(with: false).0).figure)
  }

  @Test(arguments: HardFamily.all) func `外へ出す図には、頭文字だけが載る`(family: HardFamily) throws {
    var genogram = family.genogram
    let first = try #require(genogram.persons.first?.name)
    genogram.persons[0].notes.append("\(first)の名義の家")
    let letters = drawn(genogram.initialled())
    let text = String(decoding: try JSONEncoder().encode(letters.figure), as: UTF8.self) + letters.table.lines.joined()
    for part in Set(genogram.persons.compactMap(\.name).flatMap { $0.split(separator: " ") }) where part.count > 1 {
      #expect(!text.contains(part), "\(family) \(part)")
    }
    #expect(letters.figure.parts.contains { $0.texts.contains { $0.words == "A" } })
  }
}
