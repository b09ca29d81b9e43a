import ArgumentParser
import Foundation
import Office

/// `tsunagi serve`: the office, until SIGTERM.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "serve", abstract: "事務所を動かす")

  @OptionGroup var options: OfficeOptions
  @Option(help: ArgumentHelp("待ち受けるポート（1〜65535）", valueName: "N")) var port: Int?

  func run() async throws {
    var settings = try options.settings()
    try settings.use(port: port)
    let address = settings.address
    let office = try await options.office(settings)
    try DataFolder.keepToOneself(settings)
    try await office.serve {
      Terminal.say("つなぎを始めました。ブラウザで \(address) を開いてください。終わるときは Ctrl+C を押します。")
    }
  }
}

extension OfficeSettings {
  /// What to type into a browser on this machine.
  var address: String { "http://\(host):\(port)/" }

  mutating func use(port: Int?) throws {
    guard let port else { return }
    guard (1...65_535).contains(port) else { throw CommandRefusal("--port は1〜65535の数字で指定してください（現在「\(port)」）。") }
    self.port = port
  }
}
