// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Writers",
  products: [
    .library(name: "HTML", targets: ["HTML"]),
    .library(name: "CSV", targets: ["CSV"]),
    .library(name: "Drawing", targets: ["Drawing"]),
    .library(name: "Paper", targets: ["Paper"]),
    .library(name: "PDF", targets: ["PDF"]),
    .library(name: "Workbook", targets: ["Workbook"]),
  ],
  targets: [
    .target(name: "HTML"),
    .target(name: "CSV"),
    .target(name: "Drawing", dependencies: ["HTML"]),
    .target(name: "Paper", dependencies: ["Drawing"]),
    .target(name: "Threads"),
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
    // Its pkg-config file asks for nothing but the library itself.
    .systemLibrary(name: "CXlsx", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "PDF", dependencies: ["CPango", "Paper", "Drawing", "Threads"]),
    .target(name: "Workbook", dependencies: ["CXlsx", "Paper", "Drawing", "PDF", "Threads"]),
    .executableTarget(name: "PaperBench", dependencies: ["PDF", "Workbook", "Paper", "Drawing"]),
    .testTarget(
      name: "WritersTests", dependencies: ["HTML", "CSV", "Drawing", "Paper", "PDF", "Workbook"],
      exclude: ["Golden"], resources: [.copy("Fixtures")]),
  ]
)
