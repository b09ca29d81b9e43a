import Casework
import Store

extension Identifier {
  public init(_ number: Int) { self.init(rawValue: Int64(number)) }

  /// The same number as an `Int`, for paths and SQL.
  public var number: Int { Int(rawValue) }
}

// Casework must not know Store, and Store must not know Casework; this module stands above both and is the only one that joins them.
// swift-format-ignore: AvoidRetroactiveConformances
extension Identifier: @retroactive Bindable {
  public var value: Value { .integer(rawValue) }
}

extension Row {
  /// The identifier in column `index`.
  func id<Kind>(_ index: Int) -> Identifier<Kind> { Identifier(int(index)) }
  /// The identifier in column `index`, or nothing where it is NULL.
  func optionalID<Kind>(_ index: Int) -> Identifier<Kind>? { optionalInt(index).map { Identifier($0) } }
}
