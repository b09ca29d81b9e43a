import Foundation
import Testing

/// The bytes of a file in Fixtures.
func fixture(_ name: String) throws -> [UInt8] {
  let url = try #require(Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Fixtures"))
  return Array(try Data(contentsOf: url))
}
