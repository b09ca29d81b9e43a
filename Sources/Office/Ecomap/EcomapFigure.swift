import Casework

/// An ecomap drawn (「描いたエコマップ」), for the screen and for paper.
enum EcomapFigure {
  static func drawing(_ map: Ecomap, isInitialled: Bool) -> EcomapDrawing {
    (isInitialled ? map.initialled() : map).drawn(on: map.drawnOn, width: figureWidth)
  }

  /// What a screen reader says first.
  static func summary(_ map: Ecomap) -> String {
    "世帯のまわりの\(map.systems.count)の人・機関と、その関わりの図。同じ内容の表が下にあります。"
  }
}
