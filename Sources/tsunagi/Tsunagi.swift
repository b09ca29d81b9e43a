import ArgumentParser
import Casework
import Foundation
import Office

/// The command with which an office is founded, served and looked after.
struct Tsunagi: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tsunagi", abstract: "つなぎ：重層的支援体制整備事業 支援記録",
    subcommands: [Serve.self, Demo.self, Init.self, Staff.self, Import.self, Audit.self, Settings.self, Backup.self, Vacuum.self])
}

@main
enum Entrance {
  static func main() async {
    // Whatever is written (database, attachments, exports) is its owner's alone.
    umask(0o077)
    do {
      var command = try Tsunagi.parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand { try await waiting.run() } else { try command.run() }
    } catch {
      Failure.end(error)
    }
  }
}

/// How a command that could not be carried out ends: a sentence in Japanese, an exit code, never a stack trace.
enum Failure {
  static func end(_ error: any Error) -> Never {
    switch error {
    case let refusal as CommandRefusal: complain(refusal.description)
    case let unusable as OfficeSettings.Unusable: complain(unusable.description)
    case let errors as FieldErrors: complain(errors.problems.map(\.sentence).joined(separator: "\n"))
    case let code as ExitCode: exit(code.rawValue)
    case is CleanExit: Tsunagi.exit(withError: error)
    default: unexpected(error)
    }
    exit(1)
  }

  private static func unexpected(_ error: any Error) {
    if Tsunagi.exitCode(for: error) == .validationFailure {
      complain("指定のしかたが正しくありません。\n\(Tsunagi.fullMessage(for: error))")
      exit(ExitCode.validationFailure.rawValue)
    }
    if Tsunagi.exitCode(for: error) == .success { Tsunagi.exit(withError: error) }
    if let sentence = FailureWording.sentence(error) { return complain(sentence) }
    complain("操作を完了できませんでした。次の内容を管理者に伝えてください。\n\(error)")
  }

  static func complain(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
