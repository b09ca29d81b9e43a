import Foundation
import Office

/// The terminal at which the operator sits.
enum Terminal {
  /// Whether somebody can be asked.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 }

  static func say(_ text: String) { FileHandle.standardOutput.write(Data("\(text)\n".utf8)) }

  /// Asks for a line; empty at the end of input.
  static func ask(_ question: String) -> String {
    FileHandle.standardOutput.write(Data("\(question)：".utf8))
    return readLine(strippingNewline: true) ?? ""
  }

  /// Asks for a password twice, without showing it; from a pipe, reads one line.
  ///
  /// - Throws: ``CommandRefusal`` when the two differ or nothing came.
  static func newPassword() throws -> String {
    guard isInteractive else {
      guard let line = readLine(strippingNewline: true), !line.isEmpty else {
        throw CommandRefusal("パスワードがありません。標準入力の1行目で渡してください。")
      }
      return line
    }
    let first = secret("パスワード（表示されません）")
    guard secret("パスワード（確認のためもう一度）") == first else { throw CommandRefusal("2回のパスワードが違います。もう一度実行してください。") }
    return first
  }

  private static func secret(_ question: String) -> String {
    var before = termios()
    tcgetattr(STDIN_FILENO, &before)
    var quiet = before
    quiet.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      say("")
    }
    return ask(question)
  }
}
