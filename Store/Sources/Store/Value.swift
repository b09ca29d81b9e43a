/// 「値」 One SQLite value, as it is bound to a statement.
public enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

/// 「束縛できる値」 Something that can stand in a statement in place of a `?`.
///
/// An enum with a bindable raw value conforms with an empty extension.
public protocol Bindable {
  /// 「値」 What SQLite is given.
  var value: Value { get }
}

extension Bindable where Self: RawRepresentable, RawValue: Bindable {
  /// 「値」 The raw value.
  public var value: Value { rawValue.value }
}

extension Value: Bindable {
  /// 「値」 Itself.
  public var value: Value { self }
}

extension String: Bindable {
  /// 「値」 TEXT.
  public var value: Value { .text(self) }
}

extension Substring: Bindable {
  /// 「値」 TEXT.
  public var value: Value { .text(String(self)) }
}

extension Int: Bindable {
  /// 「値」 INTEGER.
  public var value: Value { .integer(Int64(self)) }
}

extension Int64: Bindable {
  /// 「値」 INTEGER.
  public var value: Value { .integer(self) }
}

extension Bool: Bindable {
  /// 「値」 INTEGER, 0 or 1.
  public var value: Value { .integer(self ? 1 : 0) }
}

extension Double: Bindable {
  /// 「値」 REAL; SQLite stores NaN as NULL.
  public var value: Value { .real(self) }
}

extension [UInt8]: Bindable {
  /// 「値」 BLOB.
  public var value: Value { .blob(self) }
}

extension Optional: Bindable where Wrapped: Bindable {
  /// 「値」 NULL when there is nothing.
  public var value: Value { self?.value ?? .null }
}
