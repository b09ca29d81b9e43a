import Foundation
import Hummingbird
import Office
import SampleTown

let arguments = CommandLine.arguments
var settings = OfficeSettings(dataFolder: URL(filePath: arguments[1]))
settings.port = Int(arguments[2]) ?? 8080
if arguments.count > 3 { settings.demoSignIns = SampleTown.signIns }
try FileManager.default.createDirectory(at: settings.dataFolder, withIntermediateDirectories: true)
let office = try Office.open(settings)
if arguments.count > 3 { try await SampleTown.build(office) }
try await office.application().runService()
