/// What the system refused, for the few things that an operator can put right (「うまくいかないとき」).
///
/// The libraries tell by number: `errno` of the network and the disk, the result code of SQLite. Anything else is nil and shown as it came.
enum FailureWording {
  static func sentence(_ error: any Error) -> String? { sentence(text: "\(error)") }

  static func sentence(text: String) -> String? { known.first { text.contains($0.mark) }?.sentence }

  private static let full = "ディスクがいっぱいで、書き込めませんでした。空きをつくってから、もう一度実行してください。"
  private static let readOnly = "書き込めない場所です。ディスクとフォルダの権限を確かめ、つなぎを動かしている利用者で実行してください。"

  private static let known: [(mark: String, sentence: String)] = [
    ("errno: 98)", "このポートは、ほかのプログラム（動いているつなぎなど）が使っています。それを止めるか、--port でほかの番号を指定してください。"),
    ("errno: 99)", "この番地では待ち受けられません。TSUNAGI_HOST をこの機械の番地（ふつうは 127.0.0.1）にしてください。"),
    ("errno: 13)", "このポートで待ち受ける権限がありません。--port で1024以上の番号を指定してください。"),
    ("SQLite error 13:", full), ("No space left on device", full), ("Code=640", full), ("fileWriteOutOfSpace", full),
    ("SQLite error 8:", readOnly), ("Read-only file system", readOnly), ("Code=642", readOnly), ("fileWriteVolumeReadOnly", readOnly),
    ("SQLite error 14:", readOnly), ("Permission denied", readOnly), ("Code=513", readOnly), ("fileWriteNoPermission", readOnly),
    ("Not a directory", "この場所にはフォルダを作れません。すでにあるフォルダの下の、まだない名前を指定してください。"),
    ("SQLite error 5:", "ほかのプログラムがデータベースを使っています。少し待ってから、もう一度実行してください。"),
    ("SQLite error 11:", broken), ("SQLite error 26:", broken),
    ("newerFile(", "このデータは、より新しい版のつなぎで使われたものです。データは変えていません。新しい版のプログラムを使ってください。"),
    (
      "edited(number:",
      "このデータは、このプログラムとは別に作られたつなぎのものです（試用中の版など）。データは変えていません。作ったときのプログラムを使うか、--data でほかのフォルダを指定してください。"
    ),
    ("SQLite error 10:", "ディスクの読み書きができませんでした。ディスクが外れたり壊れたりしていないかを確かめてください。"),
  ]

  private static let broken =
    "tsunagi.sqlite を読めません（壊れているか、つなぎのデータベースではありません）。このフォルダはそのまま残し、deploy/README.md の「控えから戻す」に従ってください。"
}
