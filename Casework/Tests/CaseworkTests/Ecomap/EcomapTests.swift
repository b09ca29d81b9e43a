import Foundation
import Testing

@testable import Casework

@Suite struct `エコマップ` {
  private static let names: [(String, SystemKind, Closeness)] = [
    ("架空地域包括支援センター", .longTermCare, .near), ("架空クリニック", .medical, .middle), ("架空 咲子", .relatives, .middle),
    ("民生委員", .welfareCommissioner, .near), ("架空市福祉課", .administration, .far), ("社協くらし相談", .livelihood, .near),
    ("架空障害者支援", .disability, .middle), ("近所の友人", .friends, .far), ("架空デイサービス", .longTermCare, .near),
    ("ネットの仲間", .net, .near), ("元の職場", .workplace, .far), ("架空警察署", .justice, .far), ("猫", .pet, .near),
    ("子ども食堂", .localActivity, .middle), ("保健所", .mentalHealth, .middle), ("寺の集まり", .hobby, .far), ("その他の人", .other, .near),
  ]

  private let son = PersonKey.resident(ResidentID(rawValue: 2))
  private let sister = PersonKey(rawValue: "sister")

  private func key(_ number: Int) -> SystemKey { SystemKey(rawValue: "s\(number)") }

  private func map(_ count: Int) -> Ecomap {
    var f = FamilyMaker()
    let mother = f.woman("ハル", 1944)
    let person = f.man("太郎", 1973, [.subject])
    f.children([mother], [person])
    let systems = Self.names.prefix(count).enumerated().map { at, one in
      EcoSystem(key(at), one.0, one.1, one.2, person: at == 2 ? sister : nil)
    }
    var links = systems.indices.map { at in
      EcoLink(
        key(at), BondKind.allCases[at % 6], EcoFlow.allCases[at % 4], words: at.isMultiple(of: 3) ? "週２回訪問" : nil,
        member: at % 5 == 1 ? person : nil)
    }
    if count > 5 {
      links += [
        EcoLink(key(1), from: key(0)), EcoLink(key(5), .strong, .mutual, from: key(0)), EcoLink(key(4), .stressful, from: key(2)),
      ]
    }
    return Ecomap(on: today, household: f.genogram, systems: Array(systems), links: links)
  }

  @Test(arguments: [0, 1, 2, 5, 9, 13, 17]) func `円も文字も重ならず、線はよその円を通らず、交わらない`(count: Int) {
    let drawing = map(count).drawn(on: today, width: HardFamily.width)
    let faults = FigureFaults(drawing.figure).all
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    #expect(drawing.crossings == 0)
    let circles = drawing.figure.parts.filter { $0.role == .system }
    #expect(circles.count == count)
    for link in drawing.figure.parts where link.role == .link {
      for circle in circles where !link.keys.contains(circle.keys[0]) {
        let (center, radius) = (circle.body?.center ?? FigurePoint(0, 0), (circle.marks[0].path.box?.width ?? 0) / 2)
        #expect(!link.marks.flatMap(\.path.segments).contains { EcoRing.distance(center, from: $0, to: $1) < radius })
      }
    }
    let told = drawing.table.lines.joined()
    for link in map(count).links { #expect(told.contains(link.kind.label) && (link.words.map(told.contains) ?? true)) }
  }

  @Test func `関わりの多いものほど、世帯の近くに立つ`() throws {
    let figure = map(9).drawn(on: today, width: HardFamily.width).figure
    let middle = try #require(figure.parts.first { $0.role == .household && !$0.marks.isEmpty }?.marks[0].path.box).center
    func gap(_ number: Int) throws -> Double {
      let part = try #require(figure.parts.first { $0.role == .system && $0.keys == [key(number).rawValue] })
      return try (#require(part.body).center - middle).length
    }
    #expect(try gap(3) < gap(1))
    #expect(try gap(1) < gap(4))
  }

  @Test func `見せないものを除いた図は、初めからなかった図と同じである`() {
    var never = map(9)
    never.systems.removeAll { $0.key == key(2) }
    never.links.removeAll { $0.to == key(2) || $0.from == key(2) }
    let rest = map(9).without(people: [sister])
    #expect(rest == never)
    #expect(map(9).without(systems: [key(2)]) == never)
    #expect(rest.drawn(on: today, width: HardFamily.width) == never.drawn(on: today, width: HardFamily.width))
  }

  @Test func `外へ出す図には、人の名前が載らない`() throws {
    let drawing = map(9).initialled().drawn(on: today, width: HardFamily.width)
    let text = String(decoding: try JSONEncoder().encode(drawing.figure), as: UTF8.self) + drawing.table.lines.joined()
    for name in ["架空 太郎", "太郎", "ハル", "咲子"] { #expect(!text.contains(name)) }
  }

  @Test func `二つの版の違いは、加わったもの・なくなったもの・変わったものを文で言う`() {
    let before = map(4)
    var after = map(5)
    after.systems.removeAll { $0.key == key(0) }
    after.links.removeAll { $0.to == key(0) }
    after.systems[0].closeness = .near
    after.links[0].kind = .strong
    let sentences = EcomapDifference(from: before, to: after).sentences
    #expect(
      sentences == [
        "「架空クリニック」が変わった：「関わりがある」から「関わりが多い」に。", "「架空市福祉課」が加わった（関わりが少ない）。",
        "「架空地域包括支援センター」がなくなった。", "架空 太郎と架空クリニックの間が変わった：「ふつうの関係」から「強い・よい関係」に。",
      ])
    #expect(EcomapDifference(from: before, to: before).changes.isEmpty)
  }
}
