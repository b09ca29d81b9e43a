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
let office = try Office.open(OfficeSettings(dataFolder: folder))
if CommandLine.arguments[1] == "city" {
  try await City(database: office.database, now: Office.systemClock(), tokenFile: folder.appending(path: "sessions.txt")).build()
} else {
  try await SearchCost(office: office).report()
}
try await office.close()
