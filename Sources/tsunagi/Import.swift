import ArgumentParser
import Foundation
import Office

/// `tsunagi import`: files of others, dry run first, all or nothing.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "ファイルから取り込む（--apply を付けるまでは確かめるだけ）", subcommands: [Agencies.self, Residents.self])

  struct Agencies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "agencies", abstract: "公開データから機関を取り込む")
    @Argument(help: ArgumentHelp("CSVファイル", valueName: "FILE")) var file: String
    @Option(help: ArgumentHelp("出典とライセンス（例：市川市 CC BY 4.0）", valueName: "TEXT")) var source: String?
    @Flag(help: "取り込む") var apply = false
    @OptionGroup var options: OfficeOptions
    @OptionGroup var operatorOptions: OperatorOptions

    func run() async throws {
      let bytes = try Import.bytes(file)
      let office = try await options.office(options.settings())
      let note = source ?? URL(filePath: file).lastPathComponent
      let summary = try await office.importAgencies(
        bytes, sourceNote: note, keepsNotes: source == nil, apply: apply, as: operatorOptions.operatorName)
      try Import.report(summary)
    }
  }

  struct Residents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "residents", abstract: "住民情報の抽出ファイルを取り込む")
    @Argument(help: ArgumentHelp("CSVファイル", valueName: "FILE")) var file: String
    @Option(help: ArgumentHelp("取り込む目的（監査記録に残ります）", valueName: "TEXT")) var purpose: String
    @Flag(help: "取り込む") var apply = false
    @OptionGroup var options: OfficeOptions
    @OptionGroup var operatorOptions: OperatorOptions

    func run() async throws {
      guard !purpose.allSatisfy(\.isWhitespace) else { throw CommandRefusal("--purpose に取り込む目的を書いてください。監査記録に残ります。") }
      let bytes = try Import.bytes(file)
      let office = try await options.office(options.settings())
      let summary = try await office.importResidents(bytes, purpose: purpose, apply: apply, as: operatorOptions.operatorName)
      try Import.report(summary)
    }
  }

  private static func bytes(_ file: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CommandRefusal("\(file) を読めません。ファイルの場所と権限を確かめてください。")
    }
    return Array(data)
  }

  private static func report(_ summary: ImportSummary) throws {
    for line in summary.lines { Terminal.say(line) }
    if summary.hasErrors { throw ExitCode(1) }
  }
}
