import ArgumentParser
import Casework
import Office

/// `tsunagi staff`: accounts.
struct Staff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "職員を管理する",
    subcommands: [List.self, Add.self, Disable.self, ResetPassword.self, ResetSecondFactor.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "職員の一覧")
    @OptionGroup var options: OfficeOptions
    @OptionGroup var operatorOptions: OperatorOptions
    @Flag(help: "使えなくなった職員も含める") var former = false

    func run() async throws {
      let office = try await options.office(options.settings())
      for line in try await office.staffLines(withFormer: former, as: operatorOptions.operatorName) { Terminal.say(line) }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "職員を登録する（仮パスワードを一度だけ表示）")
    @Argument(help: ArgumentHelp("サインイン名", valueName: "SIGN-IN")) var signIn: String
    @Option(help: ArgumentHelp("氏名", valueName: "NAME")) var name: String
    @Option(help: ArgumentHelp("機関の名称", valueName: "AGENCY")) var agency: String
    @Option(name: .customLong("role"), help: ArgumentHelp("役割（何度でも）：\(Staff.roles)", valueName: "ROLE")) var roles: [String]
    @OptionGroup var options: OfficeOptions
    @OptionGroup var operatorOptions: OperatorOptions

    func run() async throws {
      let chosen = try roles.map { name in
        guard let role = Role.allCases.first(where: { $0.rawValue == name || $0.label == name }) else {
          throw CommandRefusal("「\(name)」という役割はありません。次から選んでください：\(Staff.roles)")
        }
        return role
      }
      let office = try await options.office(options.settings())
      let password = try await office.addStaff(
        signInName: signIn, name: name, agency: agency, roles: chosen, as: operatorOptions.operatorName)
      Terminal.say("登録しました。仮パスワード（一度だけ表示します）：\(password)")
    }
  }

  struct Disable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "disable", abstract: "職員の利用を本日付けで停止する（いまから使えない。記録は残る）")
    @Argument(help: ArgumentHelp("サインイン名", valueName: "SIGN-IN")) var signIn: String
    @OptionGroup var options: OfficeOptions
    @OptionGroup var operatorOptions: OperatorOptions

    func run() async throws {
      let office = try await options.office(options.settings())
      try await office.disableStaff(signInName: signIn, as: operatorOptions.operatorName)
      Terminal.say("\(signIn) を本日付けで停止しました。いまから使えません。すべての端末でサインアウトしました。")
    }
  }

  struct ResetPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "reset-password", abstract: "仮パスワードを発行する")
    @Argument(help: ArgumentHelp("サインイン名", valueName: "SIGN-IN")) var signIn: String
    @OptionGroup var options: OfficeOptions
    @OptionGroup var operatorOptions: OperatorOptions

    func run() async throws {
      let office = try await options.office(options.settings())
      let password = try await office.resetPassword(signInName: signIn, as: operatorOptions.operatorName)
      Terminal.say("仮パスワード（一度だけ表示します）：\(password)")
    }
  }

  struct ResetSecondFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reset-second-factor", abstract: "確認コードを取り消す（端末をなくしたとき。本人に知らせが出る）")
    @Argument(help: ArgumentHelp("サインイン名", valueName: "SIGN-IN")) var signIn: String
    @OptionGroup var options: OfficeOptions
    @OptionGroup var operatorOptions: OperatorOptions

    func run() async throws {
      let office = try await options.office(options.settings())
      try await office.resetSecondFactor(signInName: signIn, as: operatorOptions.operatorName)
      Terminal.say("\(signIn) の確認コードを取り消し、すべての端末でサインアウトしました。")
    }
  }

  static let roles = Role.allCases.map { "\($0.rawValue)（\($0.label)）" }.joined(separator: "、")
}
