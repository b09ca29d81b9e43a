import Store

/// The only writer of `office`.
public enum OfficeRecords {
  /// Founds the office; a database holds one.
  public static func found(_ writing: Writing, name: String, municipalityCode: String, profile: String, at now: Int) throws {
    try writing.run(
      """
      INSERT INTO office (id, name, municipality_code, profile, opened_at)
      VALUES (1, \(name), \(municipalityCode), \(profile), \(now))
      """)
  }
}
