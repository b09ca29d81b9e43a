/// 「エコマップの図」 An ecomap laid out, with the table that says the same. The same value for the same map everywhere.
///
/// Source: reference §11.4.
public struct EcomapDrawing: Hashable, Sendable {
  public let figure: Figure
  public let table: FigureTable
  /// How often lines cross.
  public let crossings: Int
}

extension Ecomap {
  /// 「描いたエコマップ」 For a viewer: hide and take the names out before.
  public func drawn(on today: CivilDate, style: GenogramStyle = GenogramStyle(), width: @escaping TextWidth) -> EcomapDrawing {
    let painter = EcomapPainter(map: without(), today: today, style: style, lettering: FigureLettering(width: width, size: style.textSize))
    return painter.drawing
  }
}

private struct EcomapPainter {
  let map: Ecomap
  let today: CivilDate
  let style: GenogramStyle
  let lettering: FigureLettering

  private struct Line {
    let link: EcoLink
    let points: [FigurePoint]
    var words: [FigureText] = []
  }

  var drawing: EcomapDrawing {
    let center = centerParts
    let around = FigureBox(around: center.compactMap(\.box).flatMap { [FigurePoint($0.minX, $0.minY), FigurePoint($0.maxX, $0.maxY)] })
    // The corners of what is inside lie in the circle.
    let inside = around.map { FigurePoint($0.width / 2, $0.height / 2).length } ?? 0
    let middle = max(inside + 10, 48).rounded(.up)
    let shifted = center.map { $0.moved(FigurePoint(-(around?.center.x ?? 0), -(around?.center.y ?? 0))) }
    let circles = Dictionary(map.systems.map { ($0.key, circle($0)) }, uniquingKeysWith: { first, _ in first })
    let ring = EcoRing(map: map, radii: circles.mapValues(\.radius), middle: middle)
    var best: (places: [SystemKey: FigurePoint], lines: [Line], missing: Int)?
    for stretch in [0.0, 20, 40, 70, 100, 140] {
      let places = ring.places(stretch: stretch)
      let (lines, missing) = lines(places, circles.mapValues(\.radius), middle)
      if missing < best?.missing ?? .max { best = (places, lines, missing) }
      if missing == 0 { break }
    }
    let lines = best?.lines ?? []
    let household = FigurePart(
      .household, keys: ["household"], words: map.householdLabel,
      marks: [FigureMark(.circle(FigurePoint(0, 0), middle), width: 2, fill: .paper)],
      texts: [])
    let systems = map.systems.sorted { $0.key < $1.key }.map { part($0, at: best?.places[$0.key] ?? FigurePoint(0, 0), circles[$0.key]) }
    let drawn = lines.map(part) + [household] + shifted + systems
    let legend = legend(below: drawn)
    return EcomapDrawing(
      figure: Figure(drawn + [legend]), table: EcomapWords(map: map).table, crossings: crossings(lines))
  }

  // MARK: The middle

  /// The household's genogram without its loops and legend, its label above.
  private var centerParts: [FigurePart] {
    var inner = map.household
    inner.groups = []
    var quiet = style
    quiet.showsTies = false
    quiet.showsNotes = false
    let parts =
      inner.persons.isEmpty ? [] : inner.drawn(on: today, style: quiet, width: lettering.width).figure.parts.filter { $0.role != .legend }
    let box = parts.compactMap(\.box).reduce(nil, { $0?.union($1) ?? $1 }) as FigureBox? ?? FigureBox(0, 0, 0, 0)
    let label = lettering.set([map.householdLabel], x: box.center.x, top: box.minY - lettering.lineHeight - 4, bold: true)
    return parts + [FigurePart(.household, texts: label)]
  }

  // MARK: Systems

  private func circle(_ system: EcoSystem) -> (lines: [String], radius: Double) {
    let lines = lettering.balanced(system.label, within: 7 * lettering.size)
    let width = lines.map(lettering.measure).max() ?? 0
    return (lines, max(28, FigurePoint(width / 2, Double(lines.count) * lettering.lineHeight / 2).length + 5).rounded(.up))
  }

  private func part(_ system: EcoSystem, at place: FigurePoint, _ circle: (lines: [String], radius: Double)?) -> FigurePart {
    let (lines, radius) = circle ?? ([], 28)
    let words = ([system.label] + EcomapWords(map: map).sentences(system)).joined(separator: "。")
    return FigurePart(
      .system, keys: [system.key.rawValue], words: words, marks: [FigureMark(.circle(place, radius), fill: .paper)],
      texts: lettering.set(lines, x: place.x, top: place.y - Double(lines.count) * lettering.lineHeight / 2),
      body: FigureBox(center: place, half: radius * 0.7))
  }

  // MARK: Lines

  private func lines(_ places: [SystemKey: FigurePoint], _ radii: [SystemKey: Double], _ middle: Double) -> ([Line], missing: Int) {
    var lines: [Line] = []
    var missing = 0
    var shared: [String: Int] = [:]
    for link in map.links.sorted(by: { $0.joins.lexicographicallyPrecedes($1.joins) }) {
      guard let to = places[link.to] else { continue }
      let from = link.from.flatMap { places[$0] } ?? FigurePoint(0, 0)
      let number = shared[[link.from?.rawValue ?? "", link.to.rawValue].sorted().joined(separator: "|"), default: 0]
      shared[[link.from?.rawValue ?? "", link.to.rawValue].sorted().joined(separator: "|")] = number + 1
      let foreign =
        places.filter { $0.key != link.to && $0.key != link.from }.sorted { $0.key < $1.key }
        .map { ($0.value, (radii[$0.key] ?? 0) + 5) } + (link.from == nil ? [] : [(FigurePoint(0, 0), middle + 5)])
      let bends: [Double] =
        link.from == nil ? [0, 16, -16, 32, -32] : [0, 24, -24, 48, -48, 80, -80, 120, -120, 180, -180, 260, -260, 360, -360]
      let ends = (link.from.flatMap { radii[$0] } ?? middle, radii[link.to] ?? 0)
      let offered = bends.dropFirst(number).map { Self.outside(FigurePath.bow(from, to, bend: $0), from, ends.0, to, ends.1) }
      let faults = offered.map { points in
        foreign.count { place, radius in zip(points, points.dropFirst()).contains { EcoRing.distance(place, from: $0, to: $1) < radius } }
          * 100
          + lines.count { Self.crosses($0.points, points) } * 3
      }
      guard let least = faults.min(), let at = faults.firstIndex(of: least) else { continue }
      if least >= 100 { missing += 1 }
      lines.append(Line(link: link, points: offered[at]))
    }
    let circles = places.map { ($0.value, (radii[$0.key] ?? 0) + 2) } + [(FigurePoint(0, 0), middle + 2)]
    var taken: [FigureBox] = []
    for at in lines.indices {
      guard let words = words(lines[at].link) else { continue }
      guard let texts = label(words, along: lines[at].points, lines.map(\.points), circles, taken) else {
        missing += 1
        continue
      }
      taken += texts.map(\.box)
      lines[at].words = texts
    }
    return (lines, missing)
  }

  private func words(_ link: EcoLink) -> String? {
    let member = link.member.flatMap { map.household[$0] }.map { $0.name ?? $0.relation ?? "" }
    let words = [member.map { "（\($0)）" }, link.words].compactMap { $0 }.joined()
    return words.isEmpty ? nil : words
  }

  /// The bow between both circles, straight when it does not bend.
  private static func outside(_ bow: FigurePath, _ a: FigurePoint, _ ra: Double, _ b: FigurePoint, _ rb: Double) -> [FigurePoint] {
    let all = bow.polylines(pieces: 48).first ?? []
    let rest = all.filter { ($0 - a).length >= ra + 2 && ($0 - b).length >= rb + 4 }
    let isStraight = all.allSatisfy { EcoRing.distance($0, from: a, to: b) < 0.01 }
    if isStraight { return [a + (b - a).unit * (ra + 2), b + (a - b).unit * (rb + 4)] }
    return rest.count > 1 ? rest : [a, b]
  }

  private static func crosses(_ a: [FigurePoint], _ b: [FigurePoint]) -> Bool {
    zip(a, a.dropFirst()).contains { one in zip(b, b.dropFirst()).contains { KinLines.meet(one.0, one.1, $0.0, $0.1) } }
  }

  private func crossings(_ lines: [Line]) -> Int {
    lines.enumerated().reduce(0) { sum, one in sum + lines[(one.offset + 1)...].count { Self.crosses(one.element.points, $0.points) } }
  }

  /// Beside its line where nothing else is; nil when there is no room.
  private func label(
    _ words: String, along points: [FigurePoint], _ lines: [[FigurePoint]], _ circles: [(FigurePoint, Double)], _ taken: [FigureBox]
  ) -> [FigureText]? {
    let rows = lettering.wrapped(words, within: 8 * lettering.size)
    let (width, height) = (rows.map(lettering.measure).max() ?? 0, Double(rows.count) * lettering.lineHeight)
    let total = FigureLine.length(points)
    for t in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] {
      let (foot, along) = FigureLine.place(points, at: total * t)
      for side in [1.0, -1] {
        for far in [9.0, 16, 26] {
          let normal = along.turned * side
          let center = foot + FigurePoint(normal.x * (far + width / 2), normal.y * (far + height / 2))
          let box = FigureBox(center.x - width / 2, center.y - height / 2, center.x + width / 2, center.y + height / 2)
          let meetsLine = lines.contains { line in zip(line, line.dropFirst()).contains { box.padded(6).isCrossed(from: $0, to: $1) } }
          let meetsCircle = circles.contains { place, radius in
            (FigurePoint(place.x.clamped(to: box.minX...box.maxX), place.y.clamped(to: box.minY...box.maxY)) - place).length < radius
          }
          if meetsLine || meetsCircle || taken.contains(where: { $0.overlaps(box.padded(2)) }) { continue }
          return lettering.set(rows, x: center.x, top: box.minY)
        }
      }
    }
    return nil
  }

  private func part(_ line: Line) -> FigurePart {
    let style = Self.line(line.link.kind)
    var marks = style.marks(along: line.points)
    if line.link.flow == .forward || line.link.flow == .mutual { marks.append(style.head(at: line.points)) }
    if line.link.flow == .backward || line.link.flow == .mutual { marks.append(style.head(at: line.points.reversed())) }
    let words = EcomapWords(map: map)
    return FigurePart(
      .link, keys: [line.link.from?.rawValue ?? "household", line.link.to.rawValue],
      words: "\(words.from(line.link))と\(words.name(line.link.to))：\(line.link.kind.label)", marks: marks, texts: line.words)
  }

  /// Source: reference §11.4.
  private static func line(_ kind: BondKind) -> FigureLine {
    switch kind {
    case .strong: FigureLine(width: 3.5)
    case .ordinary: FigureLine(width: 1.2)
    case .weak: FigureLine(width: 1.2, dash: FigureLine.dashed)
    case .stressful: FigureLine(width: 1.2, isHatched: true, tone: .strain)
    case .strongStressful: FigureLine(width: 3.5, isHatched: true, tone: .strain)
    case .cutOff: FigureLine(width: 1.2, isCut: true)
    }
  }

  private func legend(below drawn: [FigurePart]) -> FigurePart {
    let box = drawn.compactMap(\.box).reduce(nil, { $0?.union($1) ?? $1 }) as FigureBox? ?? FigureBox(0, 0, 0, 0)
    let kinds = BondKind.allCases.filter { kind in map.links.contains { $0.kind == kind } }
    var entries = kinds.map { FigureLegend.Entry(marks: FigureLegend.sample(Self.line($0)), words: $0.label) }
    if map.links.contains(where: { $0.flow != .none }) {
      entries.append(FigureLegend.Entry(marks: FigureLegend.sample(FigureLine(width: 1.2), arrow: true), words: "働きかけの向き"))
    }
    let circle = FigureMark(.circle(FigurePoint(0, 0), 8), width: 1.2)
    entries.append(FigureLegend.Entry(marks: [circle], words: "人・機関・資源（近いほど関わりが多い）"))
    var inner = map.household
    inner.groups = []
    entries += GenogramLegend(genogram: inner, graph: KinGraph(inner), style: style).entries
    return FigureLegend(entries: entries, lettering: lettering).part(left: box.minX, top: box.maxY + 20, width: max(box.width, 480))
  }
}
