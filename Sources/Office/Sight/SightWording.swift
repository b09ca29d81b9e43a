import Casework

/// Japanese for how far somebody sees.
enum SightWording {
  static func reach(_ ground: SightGround, now: Int) -> String {
    if ground.reach == .handedOver { return "つなぎで渡された内容と、自機関の記録だけ" }
    if ground.notesSince > now { return "事例の全体。ほかの機関の支援経過は見られません" }
    if ground.notesSince > 0 {
      return "事例の全体。ほかの機関の支援経過は\(CivilDate.of(epochSeconds: ground.notesSince).wareki)から"
    }
    return "事例の全体（支援チームで共有する記録を含む）"
  }
}
