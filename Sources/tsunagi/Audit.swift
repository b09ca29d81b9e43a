import ArgumentParser
import Casework
import Office

/// `tsunagi audit`: the audit log.
struct Audit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "audit", abstract: "監査記録", subcommands: [Verify.self])

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "verify", abstract: "監査記録が書き換えられていないかを確かめる")
    @OptionGroup var options: OfficeOptions
    @OptionGroup var operatorOptions: OperatorOptions

    func run() async throws {
      let office = try await options.office(options.settings())
      switch try await AuditChain.verify(office.database) {
      case .whole(let count, let lastHash):
        try await office.operate(as: operatorOptions.operatorName, act: Act.verifyAudit.rawValue, subject: "audit \(count)") { _ in }
        Terminal.say("監査記録\(count)件はすべてつながっています。最後の値：\(lastHash)")
      case .broken(let number, let why):
        try await office.operate(
          as: operatorOptions.operatorName, act: Act.verifyAudit.rawValue, subject: "audit \(number)", detail: "broken"
        ) { _ in }
        throw CommandRefusal("監査記録の\(number)番で途切れています：\(why)。控えと比べ、情報セキュリティの担当に連絡してください。")
      }
    }
  }
}
