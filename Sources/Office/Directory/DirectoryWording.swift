import Casework

/// Japanese for the directory of agencies.
enum DirectoryWording {
  /// The choices of a code list, ended ones left out.
  static func options(_ lists: FormCatalogue, _ id: String) -> [(code: String, label: String)] {
    (lists.list(id)?.items ?? []).filter { $0.validTo == nil }.map { ($0.code, $0.label) }
  }

  static let programmes: [(code: String, label: String)] = ProgrammeKind.allCases.map { ($0.rawValue, $0.label) }
  static let deliveries: [(code: String, label: String)] = Delivery.allCases.map { ($0.rawValue, $0.label) }
}
