// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "tsunagi",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "tsunagi", targets: ["tsunagi"])],
  dependencies: [
    .package(path: "Casework"),
    .package(path: "Writers"),
    .package(path: "Store"),
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.3.0"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
  ],
  targets: [
    .target(
      name: "Municipalities", dependencies: ["Casework"], resources: [.embedInCode("Resources")], swiftSettings: strict),
    // glibc's malloc.h, which the Glibc module leaves out.
    .systemLibrary(name: "CMalloc"),
    .target(
      name: "Office",
      dependencies: [
        "CMalloc", "Casework", "Store", "Municipalities",
        .product(name: "HTML", package: "Writers"),
        .product(name: "CSV", package: "Writers"),
        .product(name: "Drawing", package: "Writers"),
        .product(name: "Paper", package: "Writers"),
        .product(name: "PDF", package: "Writers"),
        .product(name: "Workbook", package: "Writers"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      resources: [.embedInCode("Public/office.css"), .embedInCode("Public/office.js")],
      swiftSettings: strict),
    .target(name: "SampleTown", dependencies: ["Office", "Casework", "Store", "Municipalities"], swiftSettings: strict),
    .executableTarget(
      name: "tsunagi",
      dependencies: [
        "Office", "SampleTown", "Municipalities", "Casework", "Store",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "Bench", dependencies: ["Office", "Casework", "Store"], swiftSettings: strict),
    .testTarget(
      name: "OfficeTests",
      dependencies: [
        "Office", "SampleTown", "Municipalities", "Casework", "Store",
        .product(name: "Paper", package: "Writers"),
        .product(name: "PDF", package: "Writers"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ],
      exclude: ["Golden", "Import/Fixtures"], swiftSettings: strict),
    .testTarget(name: "BrowserTests", dependencies: [], swiftSettings: strict),
    .testTarget(name: "TsunagiTests", dependencies: [], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
