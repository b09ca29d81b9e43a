// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Casework",
  products: [
    .library(name: "Casework", targets: ["Casework"])
  ],
  targets: [
    .target(name: "Casework"),
    .testTarget(name: "CaseworkTests", dependencies: ["Casework"]),
  ],
  swiftLanguageModes: [.v6]
)
