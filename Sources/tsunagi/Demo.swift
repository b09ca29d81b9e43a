import ArgumentParser
import Foundation
import Office
import SampleTown

/// `tsunagi demo`: the sample town, made when there is none yet.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "demo", abstract: "見本のまち（架空）で試す")

  @OptionGroup var options: OfficeOptions
  @Option(help: ArgumentHelp("待ち受けるポート（1〜65535）", valueName: "N")) var port: Int?

  func run() async throws {
    var settings = try options.settings()
    try settings.use(port: port)
    settings.demoSignIns = SampleTown.signIns
    try DataFolder.keepToOneself(settings)
    let office = try Office.open(settings)
    if try await !office.isFounded() {
      Terminal.say("見本のまちを作っています。")
      try await SampleTown.build(office)
      try await SampleTown.furnish(office)
    }
    guard try await office.profileName() == "sample" else {
      throw CommandRefusal("\(settings.dataFolder.path) は見本ではない事務所です。tsunagi serve で始めるか、別のフォルダを指定してください。")
    }
    let ready = settings
    try await office.serve {
      Terminal.say("つなぎ（見本のまち）を始めました。ブラウザで \(ready.address) を開いてください。")
      for signIn in SampleTown.signIns { Terminal.say("  \(signIn.name)\t\(signIn.about)") }
      Terminal.say("パスワードはすべて \(SampleTown.password) です。終わるときは Ctrl+C を押します。")
    }
  }
}
