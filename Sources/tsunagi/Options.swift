import ArgumentParser
import Foundation
import Office
import Store

/// Where the office is kept, and who is at the machine.
struct OfficeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("データのフォルダ（省略すると TSUNAGI_DATA、それもなければ data）", valueName: "DIR"))
  var data: String?

  /// The settings in force.
  func settings() throws -> OfficeSettings {
    try OfficeSettings.from(ProcessInfo.processInfo.environment, dataFolder: data.map { URL(filePath: $0) })
  }

  /// The office in the folder.
  ///
  /// - Throws: ``CommandRefusal`` when there is none, saying what to do.
  func office(_ settings: OfficeSettings) async throws -> Office {
    let refusal = CommandRefusal(
      "\(settings.dataFolder.path) に事務所がありません。"
        + "tsunagi init --profile mimasaka --data \(settings.dataFolder.path) で開設するか、tsunagi demo で見本を始めてください。")
    guard try DataFolder.isThere(settings), FileManager.default.fileExists(atPath: settings.databasePath) else { throw refusal }
    let office: Office
    do { office = try Office.open(settings) } catch is JournalRefusal {
      throw CommandRefusal(
        "監査記録の追記帳（tsunagi.sqlite-lines）が、監査記録の末尾と合いません。ファイルが書き換えられたか、別の時点の控えに入れ替わっています。"
          + "そのまま保全して控えと比べ、情報セキュリティの担当に連絡してください。")
    }
    guard try await office.isFounded() else { throw refusal }
    return office
  }
}

/// Who carries out a command; goes into the audit log.
struct OperatorOptions: ParsableArguments {
  @Option(name: .customLong("as"), help: ArgumentHelp("操作する人の名前（監査記録に残ります。省略するとこの端末の利用者名）", valueName: "NAME"))
  var name: String?

  var operatorName: String { name ?? NSUserName() }
}
