import Foundation
import Office

/// The folder in which everything is kept, looked at before it is opened (「データのフォルダ」).
enum DataFolder {
  /// Whether the folder is there, and can be worked in.
  ///
  /// - Throws: ``CommandRefusal`` when something else stands there or the operator may not work in it.
  static func isThere(_ settings: OfficeSettings) throws -> Bool {
    let path = settings.dataFolder.path
    var found = stat()
    guard stat(path, &found) == 0 else {
      switch errno {
      case ENOENT: return false
      case ENOTDIR: throw notFolder(path)
      default: throw noRight(path)
      }
    }
    guard found.st_mode & S_IFMT == S_IFDIR else { throw notFolder(path) }
    try checkRight(path, R_OK | W_OK | X_OK)
    let database = settings.databasePath
    if FileManager.default.fileExists(atPath: database) { try checkRight(database, R_OK | W_OK) }
    return true
  }

  /// Makes the folder, or closes an open one, so that nobody else on the machine reads what is in it.
  static func keepToOneself(_ settings: OfficeSettings) throws {
    let path = settings.dataFolder.path
    guard try isThere(settings) else {
      try FileManager.default.createDirectory(
        at: settings.dataFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      return
    }
    var found = stat()
    guard stat(path, &found) == 0, found.st_mode & 0o077 != 0 else { return }
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
    guard files.isEmpty || files.contains(URL(filePath: settings.databasePath).lastPathComponent) else {
      throw CommandRefusal("\(path) には、ほかのファイルがあります。つなぎだけが使う、新しいフォルダを指定してください。")
    }
    guard chmod(path, 0o700) == 0 else {
      throw CommandRefusal("\(path) をほかの利用者が読めます。持ち主の利用者で chmod 700 \(path) としてから、もう一度実行してください。")
    }
    Terminal.say("\(path) はほかの利用者からも開けたため、持ち主だけが開けるように直しました（chmod 700）。")
  }

  private static func checkRight(_ path: String, _ right: Int32) throws {
    guard access(path, right) != 0 else { return }
    if errno == EROFS { throw CommandRefusal("\(path) は書き込めない場所にあります。書き込めるディスクのフォルダを指定してください。") }
    throw noRight(path)
  }

  private static func notFolder(_ path: String) -> CommandRefusal {
    CommandRefusal("\(path) はフォルダではありません。データのフォルダを --data で指定してください。")
  }

  private static func noRight(_ path: String) -> CommandRefusal {
    CommandRefusal(
      "\(path) を読み書きする権限がありません。つなぎを動かしている利用者で実行してください（例：sudo -u tsunagi tsunagi …）。")
  }
}
