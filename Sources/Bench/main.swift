import Foundation
@_spi(Bench) import Office
import Store

// Makes the benchmark city, or measures the queries of the search, or what papers cost. See bin/bench.
guard CommandLine.arguments.count == 3, ["city", "search", "papers"].contains(CommandLine.arguments[1]) else {
  print("usage: Bench city FOLDER | Bench search FOLDER | Bench papers FOLDER")
  exit(2)
}
let folder = URL(filePath: CommandLine.arguments[2])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let office = try Office.open(OfficeSettings(dataFolder: folder))
switch CommandLine.arguments[1] {
case "city":
  try await City(database: office.database, now: Office.systemClock(), tokenFile: folder.appending(path: "sessions.txt")).build()
case "papers": try await PaperCost(office: office).report()
default: try await SearchCost(office: office).report()
}
try await office.close()
