import ArgumentParser
import Foundation
import Municipalities
import Office

/// `tsunagi init`: a new office with its first administrator. There is no default password.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "init", abstract: "事務所を開設する")

  @Option(help: ArgumentHelp("自治体のプロファイル（\(Municipalities.names.joined(separator: "、"))）", valueName: "NAME")) var profile: String
  @OptionGroup var options: OfficeOptions
  @OptionGroup var operatorOptions: OperatorOptions
  @Option(help: ArgumentHelp("最初のシステム管理者のサインイン名", valueName: "NAME")) var adminSignIn: String?
  @Option(help: ArgumentHelp("最初のシステム管理者の氏名", valueName: "NAME")) var adminName: String?

  func run() async throws {
    let settings = try options.settings()
    let chosen: Profile
    do { chosen = try Municipalities.profile(named: profile) } catch let problem as ProfileProblem {
      throw CommandRefusal(problem.description)
    }
    try await checkFree(settings)
    let administrator = Office.FirstAdministrator(
      signInName: try answer(adminSignIn, "最初のシステム管理者のサインイン名（半角英数字）", "--admin-sign-in"),
      name: try answer(adminName, "氏名", "--admin-name"), password: try Terminal.newPassword())
    try administrator.check()
    try DataFolder.keepToOneself(settings)
    let office = try Office.open(settings)
    try await office.found(chosen, administrator: administrator, as: operatorOptions.operatorName)
    try await office.close()
    Terminal.say("\(chosen.municipality)の事務所を開設しました（機関\(chosen.agencies.count)件）。")
    Terminal.say("次は tsunagi serve --data \(settings.dataFolder.path) で始め、\(administrator.signInName) でサインインして職員を登録してください。")
  }

  /// Nothing is made in the folder before everything that was typed will do.
  private func checkFree(_ settings: OfficeSettings) async throws {
    guard try DataFolder.isThere(settings), FileManager.default.fileExists(atPath: settings.databasePath) else { return }
    let office = try Office.open(settings)
    let isFounded = try await office.isFounded()
    try await office.close()
    if isFounded { throw CommandRefusal("\(settings.dataFolder.path) にはすでに事務所があります。別のフォルダを指定してください。") }
  }

  private func answer(_ given: String?, _ question: String, _ option: String) throws -> String {
    if let given { return given }
    guard Terminal.isInteractive else { throw CommandRefusal("\(question)を \(option) で指定してください。") }
    return Terminal.ask(question)
  }
}
