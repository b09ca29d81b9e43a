import Casework

/// Japanese for the roles somebody holds.
enum RoleWording {
  static func held(_ roles: [HeldRole]) -> String {
    roles.isEmpty ? "役割なし" : roles.map { "\($0.role.label)\($0.until.map { "（\($0.warekiShort)まで）" } ?? "")" }.joined(separator: "、")
  }
}
