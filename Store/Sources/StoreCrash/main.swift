import Foundation
import Store

// Usage: StoreCrash <file> <lines>: writes rows and prints the id of each once it is acknowledged; 0 lines: until it is killed.
let arguments = CommandLine.arguments
guard arguments.count == 3, let limit = Int(arguments[2]) else { exit(64) }
let line = Migration(1, "line", "CREATE TABLE line (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
let database = try Database(path: arguments[1], migrations: [line])
try await withThrowingTaskGroup(of: Void.self) { group in
  for lane in 0..<8 {
    group.addTask {
      var written = 0
      while limit == 0 || written < limit {
        let text = "lane \(lane) row \(written)"
        let id = try await database.write { try $0.insert("INSERT INTO line (body) VALUES (\(text))") }
        FileHandle.standardOutput.write(Data("\(id)\n".utf8))
        written += 1
      }
    }
  }
  try await group.waitForAll()
}
try await database.close()
