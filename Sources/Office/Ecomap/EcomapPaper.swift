import Casework
import Drawing
import Paper

/// エコマップ on paper: one version, or two beside each other with what changed.
struct EcomapPaper {
  let number: String
  /// The earlier one if any, then the one asked for.
  let versions: [EcomapVersion]
  let isInitialled: Bool

  /// - Parameter copy: the number of the version; 0 for the latest.
  init(_ desk: Desk, _ file: OpenedFile, copy: Int, isInitialled: Bool? = nil) throws {
    number = file.number
    self.isInitialled = isInitialled ?? desk.visit.query.isOn("initials")
    let view = try EcomapQueries.view(desk, file)
    guard let version = copy == 0 ? view.latest : view.version(copy) else { throw desk.denied("ecomap") }
    let earlier = Int(desk.visit.query["with"]).flatMap(view.version)
    versions = [earlier.flatMap { $0.id == version.id ? nil : $0 }, version].compactMap { $0 }
  }

  static func copies(_ desk: Desk, _ file: OpenedFile) throws -> [PrintedCopy] {
    try EcomapQueries.view(desk, file).versions.map { PrintedCopy(number: $0.id, words: "\($0.title)（\($0.map.drawnOn.warekiShort)）") }
  }

  var section: Section { Self.section(versions.map { ($0.title, isInitialled ? $0.map.initialled() : $0.map) }, number: number) }

  static func section(_ maps: [(title: String, map: Ecomap)], number: String) -> Section {
    let parts = maps.map { one in
      let drawing = EcomapFigure.drawing(one.map, isInitialled: false)
      return (
        picture: Block.drawing(
          drawing.figure.drawing(title: "エコマップ", summary: EcomapFigure.summary(one.map)),
          caption: Text("\(one.title)（\(one.map.drawnOn.wareki)）")),
        table: drawing.table
      )
    }
    var blocks: [Block] = [.title("エコマップ")]
    if maps.count > 1 {
      blocks.append(.columns(parts.map { Block.Part([$0.picture]) }))
      let changes = EcomapDifference(from: maps[0].map, to: maps[1].map).sentences
      blocks += [.heading("変わったこと"), changes.isEmpty ? .paragraph("変わったところはありません。") : .items(changes.map { Text($0) })]
    } else {
      blocks += parts.map(\.picture)
    }
    for (one, part) in zip(maps, parts) { blocks += [.heading(Text(one.title)), FigurePaper.table(part.table, heading: "どこ・どなた")] }
    return Section("エコマップ", blocks, isLandscape: maps.count > 1, style: .list, headRight: number)
  }
}
