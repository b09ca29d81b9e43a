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
      let found = KinLoop(members: members, others: others, taken: taken.map { $0.box.padded(5) }).outlines()
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
        for top in [a.y - height - 3, a.y + 3] {
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
      for left in [around.minX - width - 6, around.maxX + 6] {
        let box = FigureBox(left, top, left + width, top + height)
        guard top + height < around.maxY, isFree(box.padded(1), edges + lines, taken) else { continue }
        taken.append(box)
        return lettering.set([words], x: left, top: top, .left, bold: true, tone: tone)
      }
    }
    return []
  }

  private func isFree(_ box: FigureBox, _ lines: [(FigurePoint, FigurePoint)], _ taken: [FigureBox]) -> Bool {
    !obstacles.contains { $0.overlaps(box) } && !taken.contains { $0.overlaps(box) } && !lines.contains { box.isCrossed(from: $0, to: $1) }
  }
}
