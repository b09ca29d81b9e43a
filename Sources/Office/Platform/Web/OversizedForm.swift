/// A form that may bring a file larger than is taken (「大きすぎる添付」), read as it arrives.
///
/// The content of the files is then let go, whatever was typed is kept: the form can come back as it was filled in, and says what to do.
struct OversizedForm {
  let boundary: String
  /// Bytes of the whole form that are kept in memory.
  let limit: Int
  private var bytes: [UInt8] = []
  private var arrived = 0
  private var isOversized = false

  init(boundary: String, limit: Int) {
    self.boundary = boundary
    self.limit = limit
  }

  /// Throws when what was typed alone is too much, or when somebody sends without end.
  mutating func take(_ chunk: some Collection<UInt8>) throws {
    bytes += chunk
    arrived += chunk.count
    guard bytes.count > limit else { return }
    isOversized = true
    bytes = try Multipart.withoutFiles(bytes, boundary: boundary)
    guard bytes.count <= limit / 2, arrived <= limit * 6 else { throw TooLargeForm() }
  }

  /// Throws ``TooLargeForm`` for more parts than are taken.
  func fields() throws -> Fields {
    var fields = try Multipart.fields(bytes, boundary: boundary)
    if isOversized { fields.letGoFiles(bytes: arrived) }
    return fields
  }
}

/// More than is taken, and nothing can be kept of it.
struct TooLargeForm: Error {}
