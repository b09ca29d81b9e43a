import Casework
import Foundation

extension Profile {
  /// The national templates with the municipality's own in their place, then what it has besides.
  static func merged(_ own: [RoleTemplate]) throws -> [RoleTemplate] {
    let national = try JSONDecoder().decode([RoleTemplate].self, from: Data(PackageResources.roles_json))
    let keys = Set(national.map(\.key))
    return national.map { usual in own.first { $0.key == usual.key } ?? usual } + own.filter { !keys.contains($0.key) }
  }
}
