import Foundation
import Testing

@testable import Casework

@Suite struct `ジェノグラムを描く` {
  @Test(arguments: HardFamily.all) func `試し描き`(family: HardFamily) throws {
    let drawing = family.genogram.drawn(on: today, style: GenogramStyle(showsTies: true), width: HardFamily.width)
    if let folder = ProcessInfo.processInfo.environment["DRAWN"] {
      try Scratch.svg(drawing.figure).write(toFile: "\(folder)/\(family.name).svg", atomically: true, encoding: .utf8)
    }
    let found = FigureFaults(drawing.figure)
    #expect(found.all.isEmpty, "\(family.name): \(found.all.prefix(6).joined(separator: " / "))")
    #expect(drawing.crossings == family.crossings, "\(family.name)")
  }
}
