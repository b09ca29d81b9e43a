/// The loops of all living groups with their labels.
struct GenogramLoops {
  let groups: [LivingGroup]
  let boxes: [PersonKey: FigureBox]
  let style: GenogramStyle
  let lettering: FigureLettering
  /// What a label must not cover: words and symbols, and lines.
  let obstacles: [FigureBox]
  let lines: [(FigurePoint, FigurePoint)]

  static func dash(_ style: GenogramStyle, isInstitution: Bool) -> [Double] {
    isInstitution ? [2, 3] : style.symbols.loop == .dashed ? [8, 4] : []
  }

  func parts(_ names: [PersonKey: String]) -> [FigurePart] {
    var taken: [(group: Int, box: FigureBox)] = []
    var outlines: [Int: [[FigurePoint]]] = [:]
    for (number, group) in groups.enumerated() {
      let members = group.members.sorted().compactMap { boxes[$0] }
      let others = boxes.filter { !group.members.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
      let found = best(members, others, taken.map { $0.box.padded(5) })
      outlines[number] = found.map(\.corners)
      taken += Set(found.flatMap(\.boxes)).map { (number, $0) }
    }
    let edges = outlines.values.flatMap { $0 }.flatMap(Self.edges)
    var labels: [FigureBox] = []
    return groups.enumerated().map { number, group in
      let tone: FigureTone = group.isInstitution ? .institution : .household
      let corners = outlines[number] ?? []
      let marks = corners.map {
        FigureMark(
          .rounded($0, radius: 14), stroke: tone, width: 1.8, dash: Self.dash(style, isInstitution: group.isInstitution))
      }
      let texts = corners.flatMap { label(group.label, tone, $0, edges, &labels) }
      let members = group.members.sorted().compactMap { names[$0] }.joined(separator: "、")
      return FigurePart(
        .loop, keys: group.members.sorted().map(\.rawValue), words: "\(group.label)：\(members)", marks: marks, texts: texts)
    }
  }

  /// With the distance at which the outline runs least along other lines.
  private func best(_ members: [FigureBox], _ others: [FigureBox], _ taken: [FigureBox]) -> [(corners: [FigurePoint], boxes: [FigureBox])] {
    let tried = [8.0, 10, 6].map { KinLoop(members: members, others: others, taken: taken, pad: $0).outlines() }
    let costs = tried.map { found in Double(found.count) * 500 + found.flatMap { Self.edges($0.corners) }.reduce(0) { $0 + alongside($1) } }
    return zip(tried, costs).min { $0.1 < $1.1 }?.0 ?? []
  }

  /// For how long an upright or level edge runs nearly upon another line.
  private func alongside(_ edge: (FigurePoint, FigurePoint)) -> Double {
    lines.reduce(0) { sum, line in
      let (a, b) = (FigureBox(around: [edge.0, edge.1]), FigureBox(around: [line.0, line.1]))
      guard let a = a?.padded(2.5), let b = b?.padded(0.01), a.overlaps(b) else { return sum }
      return sum + max(0, max(min(a.maxX, b.maxX) - max(a.minX, b.minX), min(a.maxY, b.maxY) - max(a.minY, b.minY)) - 5)
    }
  }

  private static func edges(_ corners: [FigurePoint]) -> [(FigurePoint, FigurePoint)] {
    corners.indices.map { (corners[$0], corners[($0 + 1) % corners.count]) }
  }

  /// At the first edge where nothing is in the way: outside above, outside below, or upright beside.
  private func label(
    _ words: String, _ tone: FigureTone, _ corners: [FigurePoint], _ edges: [(FigurePoint, FigurePoint)], _ taken: inout [FigureBox]
  ) -> [FigureText] {
    let level = Self.edges(corners).filter { $0.0.y == $0.1.y }.sorted { ($0.0.y, min($0.0.x, $0.1.x)) < ($1.0.y, min($1.0.x, $1.1.x)) }
    let width = lettering.measure(words)
    let height = lettering.lineHeight
    for (a, b) in level {
      let (low, high) = (min(a.x, b.x), max(a.x, b.x))
      for left in [low + 12, high - 12 - width, (low + high - width) / 2, low - width * 0.3, high - width * 0.7] {
        for top in [a.y - height - 6, a.y + 6] {
          let box = FigureBox(left, top, left + width, top + height)
          guard isFree(box.padded(1), edges + lines, taken) else { continue }
          taken.append(box)
          return lettering.set([words], x: left, top: top, .left, bold: true, tone: tone)
        }
      }
    }
    return besideLabel(words, tone, corners, edges, &taken)
  }

  /// Outside to the left or right, where there is nothing.
  private func besideLabel(
    _ words: String, _ tone: FigureTone, _ corners: [FigurePoint], _ edges: [(FigurePoint, FigurePoint)], _ taken: inout [FigureBox]
  ) -> [FigureText] {
    guard let around = FigureBox(around: corners) else { return [] }
    let (width, height) = (lettering.measure(words), lettering.lineHeight)
    for step in 0...40 {
      let top = around.minY + Double(step) * 8
      for left in [around.minX - width - 8, around.maxX + 8] {
        let box = FigureBox(left, top, left + width, top + height)
        guard top + height < around.maxY, isFree(box.padded(1), edges + lines, taken) else { continue }
        taken.append(box)
        return lettering.set([words], x: left, top: top, .left, bold: true, tone: tone)
      }
    }
    return []
  }

  private func isFree(_ box: FigureBox, _ lines: [(FigurePoint, FigurePoint)], _ taken: [FigureBox]) -> Bool {
    // Rounded corners lie up to four points inside of the straight ones.
    !obstacles.contains { $0.overlaps(box) } && !taken.contains { $0.overlaps(box) }
      && !lines.contains { box.padded(4).isCrossed(from: $0, to: $1) }
  }
}
