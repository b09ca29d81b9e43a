import Foundation
@_spi(Bench) import Office
import Store

// Makes the benchmark city, or measures the queries of the search. See bin/bench.
guard CommandLine.arguments.count == 3, ["city", "search"].contains(CommandLine.arguments[1]) else {
  print("usage: Bench city FOLDER | Bench search FOLDER")
  exit(2)
}
let folder = URL(filePath: CommandLine.arguments[2])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let settings = OfficeSettings(dataFolder: folder)
let database = try Database(path: settings.databasePath, readers: 2, migrations: Schema.migrations)
try await City(database: database, now: Office.systemClock(), tokenFile: folder.appending(path: "sessions.txt")).build()
try await database.close()
