import ArgumentParser
import Foundation
import Office

/// `tsunagi backup`: a complete copy while the office goes on.
struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "backup", abstract: "動かしたまま控えを取る")

  @Argument(help: ArgumentHelp("控えを置く新しいフォルダ", valueName: "TO")) var target: String
  @OptionGroup var options: OfficeOptions
  @OptionGroup var operatorOptions: OperatorOptions

  func run() async throws {
    let office = try await options.office(options.settings())
    try await office.backUp(to: URL(filePath: target), as: operatorOptions.operatorName)
    Terminal.say("控えを \(target) に取りました。事例の内容を含むため、鍵のかかる場所で保管してください。")
  }
}
