// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Store",
  products: [
    .library(name: "Store", targets: ["Store"])
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0")
  ],
  targets: [
    .target(name: "Store", dependencies: [.product(name: "GRDB", package: "GRDB.swift")]),
    // Not a product: the tests start it as a second process, to write beside them and to be killed.
    .executableTarget(name: "StoreCrash", dependencies: ["Store"]),
    .testTarget(name: "StoreTests", dependencies: ["Store", "StoreCrash"]),
  ],
  swiftLanguageModes: [.v6]
)
