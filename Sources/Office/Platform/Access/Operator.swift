import Store

/// Work done from the command line by a named operator (「操作者」), without a session.
///
/// Whoever can run the command can read the data folder anyway; what matters is that it is in the audit log, in the same transaction.
extension Office {
  /// Writes, and appends an audit entry whose request is "cli" and whose remote is the operator's name.
  ///
  /// - Parameters:
  ///   - name: who sits at the machine, as they gave it.
  ///   - act: an ``Act`` raw value, or a word for what only the command line does.
  ///   - subject: kind and number, never a person's name.
  ///   - naming: the number of what was made, once it is known; put behind the subject.
  @discardableResult
  public func operate<T: Sendable>(
    as name: String, act: String, subject: String, detail: String = "", naming: (any KeyPath<T, String> & Sendable)? = nil,
    _ body: @escaping @Sendable (Writing) throws -> T
  ) async throws -> T {
    let at = clock()
    return try await database.write { writing in
      let value = try body(writing)
      let whole = naming.map { "\(subject) \(value[keyPath: $0])" } ?? subject
      try AuditRecords.append(
        writing,
        AuditEntry(at: at, staff: nil, agency: nil, act: act, outcome: .done, subject: whole, detail: detail, request: "cli", remote: name))
      return value
    }
  }
}
