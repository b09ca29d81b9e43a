import ArgumentParser
import Office

/// `tsunagi settings`: what is in force.
struct Settings: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "settings", abstract: "有効な設定を表示する")

  @OptionGroup var options: OfficeOptions

  func run() async throws {
    for line in try options.settings().lines { Terminal.say(line) }
  }
}
