import Foundation
@_spi(Bench) import Office
import Store

// Makes the benchmark city in the folder named by the first argument. See bin/bench.
guard CommandLine.arguments.count == 2 else {
  print("usage: Bench FOLDER")
  exit(2)
}
let folder = URL(filePath: CommandLine.arguments[1])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let settings = OfficeSettings(dataFolder: folder)
let database = try Database(path: settings.databasePath, readers: 1, migrations: Schema.migrations)
let city = City(database: database, now: Office.systemClock(), tokenFile: folder.appending(path: "sessions.txt"))
try await city.build()
try await database.close()
