/// 「家族の年表の図」 The chronology on one page width, one line below the other, with the table that says the same.
public struct TimelineDrawing: Hashable, Sendable {
  public let figure: Figure
  public let table: FigureTable
}

extension FamilyTimeline {
  /// 「描いた年表」 `days` is the part that is shown (nil: all of it); `pageWidth` in points, 760 fits A4 across.
  ///
  /// Events outside of `days` are left out of drawing and table; what has no date is always told.
  public func drawn(
    zoom: TimelineZoom = .years, days: ClosedRange<CivilDate>? = nil, pageWidth: Double = 760, textSize: Double = 9,
    width: @escaping TextWidth
  ) -> TimelineDrawing {
    let shown = days.map(within) ?? self
    let spans = shown.events.flatMap { [$0.date.span, $0.until?.span].compactMap { $0 } }
    let first = days?.lowerBound ?? spans.map(\.lowerBound).min() ?? .earliest
    let last = days?.upperBound ?? spans.map(\.upperBound).max() ?? first
    let lettering = FigureLettering(width: width, size: textSize)
    let head = min(120, (shown.lanes.map { lettering.measure($0.label) }.max() ?? 0) + 12)
    let painter = TimelinePainter(
      timeline: shown, lettering: lettering, head: head,
      scale: TimelineScale(
        days: first...max(first, last), zoom: zoom, left: head + 8, right: max(pageWidth - 36 - TimelinePainter.widest(textSize), head + 80)
      ))
    return TimelineDrawing(figure: Figure(painter.parts), table: shown.table)
  }

  private func within(_ days: ClosedRange<CivilDate>) -> FamilyTimeline {
    FamilyTimeline(
      events.filter { event in
        guard let span = event.date.span else { return true }
        let end = event.until?.span?.upperBound ?? span.upperBound
        return span.lowerBound <= days.upperBound && max(end, span.upperBound) >= days.lowerBound
      })
  }
}

private struct TimelinePainter {
  let timeline: FamilyTimeline
  let lettering: FigureLettering
  /// Width of the column with the names of the lines.
  let head: Double
  let scale: TimelineScale

  static func widest(_ size: Double) -> Double { 11 * size }

  var parts: [FigurePart] {
    var parts = [axis]
    var top = lettering.lineHeight + 16
    for lane in timeline.lanes {
      let (lanes, bottom) = draw(lane, top: top)
      parts += lanes
      top = bottom + 12
    }
    return parts
  }

  /// Years or months above; where they stand too close only every second, fifth …
  private var axis: FigurePart {
    let ticks = scale.ticks
    var texts: [FigureText] = []
    var marks = [
      FigureMark(.line([FigurePoint(scale.left, lettering.lineHeight + 6), FigurePoint(scale.right, lettering.lineHeight + 6)]), width: 1)
    ]
    var end = -Double.infinity
    for tick in ticks {
      let x = scale.x(tick.day)
      marks.append(FigureMark(.line([FigurePoint(x, lettering.lineHeight + 2), FigurePoint(x, lettering.lineHeight + 8)]), width: 0.8))
      guard x > end else { continue }
      texts += lettering.set([tick.words], x: x, top: 0, .left, tone: .faint)
      end = x + lettering.measure(tick.words) + 6
    }
    return FigurePart(.scale, words: nil, marks: marks, texts: texts)
  }

  // MARK: One line

  private func draw(_ lane: TimelineLane, top: Double) -> ([FigurePart], bottom: Double) {
    let events = timeline.events.filter { $0.lane == lane }
    let name = lettering.wrapped(lane.label, within: head)
    let y = top + lettering.lineHeight / 2
    let line = FigureMark(.line([FigurePoint(scale.left, y), FigurePoint(scale.right, y)]), stroke: .faint, width: 0.8)
    var parts = [
      FigurePart(.scale, words: lane.label, marks: [line], texts: lettering.set(name, x: 0, top: top, .left, bold: true))
    ]
    var taken: [FigureBox] = []
    let dated = events.filter { $0.date.span != nil }.map { draw($0, y, &taken) }
    // The words stand on paper, so that the leaders of others pass behind them.
    parts += dated.map(\.leader) + dated.map(\.words)
    let undated = events.filter { $0.date.span == nil }
    var bottom = max(taken.map(\.maxY).max() ?? y, top + Double(name.count) * lettering.lineHeight)
    for event in undated {
      let lines = lettering.wrapped("（時期不詳）\(event.words)", within: scale.right - scale.left)
      parts.append(
        FigurePart(.event, words: "時期不詳。\(event.words)", texts: lettering.set(lines, x: scale.left, top: bottom + 4, .left)))
      bottom += 4 + Double(lines.count) * lettering.lineHeight
    }
    return (parts, bottom)
  }

  /// The words in the first place below the line where no other words stand.
  private func draw(_ event: TimelineEvent, _ y: Double, _ taken: inout [FigureBox]) -> (leader: FigurePart, words: FigurePart) {
    guard let span = event.date.span else { return (FigurePart(.scale), FigurePart(.event)) }
    let x = scale.x(span.lowerBound)
    let until = event.until.map { "〜\(Self.short($0))" } ?? ""
    let lines = lettering.balanced("\(Self.short(event.date))\(until) \(event.words)", within: Self.widest(lettering.size))
    let (width, height) = (lines.map(lettering.measure).max() ?? 0, Double(lines.count) * lettering.lineHeight)
    func box(_ top: Double) -> FigureBox { FigureBox(x + 2, top, x + 6 + width, top + height) }
    let tops = [y + 8] + taken.map { $0.maxY + 2 }.sorted()
    let top = tops.first { top in !taken.contains { $0.overlaps(box(top)) } } ?? (tops.last ?? y)
    taken.append(box(top))
    let leader = FigureMark(.line([FigurePoint(x, y), FigurePoint(x, top + height - 2)]), stroke: .faint, width: 0.6)
    let paper = FigureMark(.rectangle(box(top)), stroke: nil, fill: .paper)
    let words = "\(event.date.inJapanese)。\(event.lane.label)。\(event.words)"
    return (
      FigurePart(.scale, marks: [leader] + marks(event, span, y)),
      FigurePart(
        .event, keys: event.people.sorted().map(\.rawValue), words: words, marks: [paper],
        texts: lettering.set(lines, x: x + 4, top: top, .left))
    )
  }

  /// A dot for a day, a pale bar for what is only known roughly, a dark bar for what lasted.
  private func marks(_ event: TimelineEvent, _ span: ClosedRange<CivilDate>, _ y: Double) -> [FigureMark] {
    func bar(_ from: CivilDate, _ to: CivilDate, _ tone: FigureTone) -> FigureMark {
      FigureMark(
        .rectangle(FigureBox(scale.x(from), y - 2.5, max(scale.x(to), scale.x(from) + 3), y + 2.5)), stroke: tone, width: 0.8, fill: tone)
    }
    if let end = event.until?.span?.upperBound { return [bar(span.lowerBound, end, .ink)] }
    if span.lowerBound == span.upperBound {
      return [FigureMark(.circle(FigurePoint(scale.x(span.lowerBound), y), 3), width: 0.8, fill: .ink)]
    }
    return [bar(span.lowerBound, span.upperBound, .faint)]
  }

  /// 「R8.4.1」「2019年4月」: what fits at a label.
  private static func short(_ date: PartialDate) -> String {
    switch date {
    case .day(let day): day.warekiShort
    case .month(let year, let month): "\(year)年\(month)月"
    case .year(let year): "\(year)年"
    case .aged(let ages, let on): "\(on.year)年に\(ages.label)"
    case .unknown: "時期不詳"
    }
  }
}
