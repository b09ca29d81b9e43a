import ArgumentParser
import Casework
import Office

/// `tsunagi audit`: the audit log.
struct Audit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "監査記録", subcommands: [Verify.self, Archive.self])

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "監査記録が書き換えられていないかを確かめる（--file は出力したファイルだけを確かめる）")
    @Option(help: ArgumentHelp("出力または保管したファイル", valueName: "EXPORT.csv")) var file: String?
    @Option(help: ArgumentHelp("以前に控えた番号と印（番号:印）。末尾が消されていないかも確かめる", valueName: "N:HASH")) var kept: String?
    @OptionGroup var options: OfficeOptions
    @OptionGroup var operatorOptions: OperatorOptions

    func run() async throws {
      if let file { return try await verify(file) }
      let copy = try kept.map { text in
        guard let copy = AuditChain.Kept(text) else { throw CommandRefusal("--kept は「番号:印」（印は64文字）で指定してください。") }
        return copy
      }
      let office = try await options.office(options.settings())
      switch try await AuditChain.verify(office.database, kept: copy) {
      case .whole(let count, let lastHash):
        try await office.operate(as: operatorOptions.operatorName, act: Act.verifyAudit.rawValue, subject: "audit \(count)") { _ in }
        Terminal.say("監査記録\(count)件はすべてつながっています。最後の値：\(lastHash)")
        Terminal.say("次の値を紙などに控えておくと、あとで --kept で末尾まで確かめられます：\(count):\(lastHash)")
      case .broken(let number, let why):
        try await office.operate(
          as: operatorOptions.operatorName, act: Act.verifyAudit.rawValue, subject: "audit \(number)", detail: "broken"
        ) { _ in }
        throw CommandRefusal("監査記録の\(number)番で途切れています：\(why)。控えと比べ、情報セキュリティの担当に連絡してください。")
      }
    }

    /// Without an office; with `--data` also whether the log says that the file was made from it.
    private func verify(_ file: String) async throws {
      switch try AuditFileCheck.verify(file) {
      case .whole(let count, let first, let last, let lastHash, let gaps, let fileHash):
        Terminal.say("\(count)件（番号\(first)〜\(last)）は書き換えられていません。最後の値：\(lastHash)")
        if gaps > 0 { Terminal.say("番号は\(gaps)か所で飛んでいます。絞り込んで出力したファイルであれば、そのとおりです。") }
        guard options.data != nil else {
          return Terminal.say("ファイルの値：\(fileHash)。--data を付けると、この値が監査記録にあるかも確かめます。")
        }
        guard try await options.office(options.settings()).knowsExport(fileHash) else {
          throw CommandRefusal("このファイルを出力したという記録が、監査記録にありません。作り直されたファイルの可能性があります。")
        }
        Terminal.say("このファイルを出力したという記録が、監査記録にあります。")
      case .broken(let row, let why):
        throw CommandRefusal("\(file) の\(row)行目に問題があります：\(why)。元の監査記録と比べ、情報セキュリティの担当に連絡してください。")
      }
    }
  }

  struct Archive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "archive", abstract: "保存年数を過ぎた監査記録を、検証できるファイルに移す")
    @Option(help: ArgumentHelp("この日より前の記録を移す（例：2021-04-01、R3.4.1）", valueName: "DATE")) var before: String
    @Option(help: ArgumentHelp("書き出す新しいファイル", valueName: "FILE")) var to: String
    @OptionGroup var options: OfficeOptions
    @OptionGroup var operatorOptions: OperatorOptions

    func run() async throws {
      let settings = try options.settings()
      let office = try await options.office(settings)
      // 「きのう」 is a date on a form. What moves the log out of the office names its day.
      guard before.contains(where: \.isNumber) else { throw CommandRefusal("--before：\(DateInputProblem.notUnderstood(before).message)") }
      let day: CivilDate
      switch DateInput.parseExact(before, today: CivilDate.of(epochSeconds: office.clock())) {
      case .success(let date): day = date
      case .failure(let problem): throw CommandRefusal("--before：\(problem.message)")
      }
      let archived = try await office.archiveAudit(before: day, to: to, as: operatorOptions.operatorName)
      Terminal.say("監査記録\(archived.count)件（番号\(archived.last)まで）を \(to) に移しました。ファイルの値：\(archived.fileHash)")
      Terminal.say("職員の氏名を含むため、鍵のかかる場所で保管してください。tsunagi audit verify --file で、いつでも確かめられます。")
    }
  }
}
