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
    Terminal.say("戻すときは、動いているフォルダに上書きせず、deploy/README.md の「控えから戻す」の順に行ってください。")
    guard let key = office.doorKeyPath else { return }
    Terminal.say("確認コードの鍵（\(key)）は控えに入れていません。控えとは別の安全な場所に一度だけ写してください。")
    Terminal.say("鍵をなくすと、職員は回復コードでサインインするか、tsunagi staff reset-second-factor のあとで設定し直すことになります。")
  }
}
