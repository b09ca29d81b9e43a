import ArgumentParser
import Office

/// `tsunagi vacuum`: nothing of what was disposed of is left in the files.
struct Vacuum: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "vacuum", abstract: "廃棄した記録の跡をデータベースから消す（人の少ない時間に）")

  @OptionGroup var options: OfficeOptions
  @OptionGroup var operatorOptions: OperatorOptions

  func run() async throws {
    let office = try await options.office(options.settings())
    try await office.vacuum(as: operatorOptions.operatorName)
    Terminal.say("データベースを詰め直しました。廃棄した記録の跡は残っていません。控え（バックアップ）は、別に保存期間のあとで消してください。")
  }
}
