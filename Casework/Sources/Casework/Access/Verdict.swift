/// What the access rules answer (「可否」).
public enum Verdict: Sendable, Equatable {
  case allowed
  /// Not yours to do or to see: answered by the same 404 whether or not the thing exists.
  case denied
}

/// The access rules for staff (「アクセスの規則」).
public enum Access {
  /// May a person who holds `roles` do `act` at all?
  ///
  /// Source: reference §8.3: Access = role × organisation × case team × consent state × secrecy flags. This is the role factor.
  public static func verdict(_ act: Act, roles: Set<Role>) -> Verdict {
    (holders[act] ?? act.roles).isDisjoint(with: roles) ? .denied : .allowed
  }

  /// ``Act/roles`` of every act, made once: a menu asks two dozen times.
  private static let holders = Dictionary(uniqueKeysWithValues: Act.allCases.map { ($0, $0.roles) })

  /// May a holder of `roles` open a case file on `ground`? Only caseworkers may, and only on a ground that still holds.
  public static func mayOpen(ground: Ground?, roles: Set<Role>) -> Verdict {
    ground != nil && !Role.caseworkers.isDisjoint(with: roles) ? .allowed : .denied
  }
}
