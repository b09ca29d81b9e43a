// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Writers",
  products: [
    .library(name: "HTML", targets: ["HTML"]),
    .library(name: "CSV", targets: ["CSV"]),
  ],
  targets: [
    .target(name: "HTML"),
    .target(name: "CSV"),
    .testTarget(name: "WritersTests", dependencies: ["HTML", "CSV"], resources: [.copy("Fixtures")]),
  ]
)
