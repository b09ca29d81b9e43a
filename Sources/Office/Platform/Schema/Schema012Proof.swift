import Store

extension Schema {
  /// Patterns of reading offered for review, and the register of incidents (漏えい等).
  static let proof012 = Migration(
    12, "proof",
    """
    SELECT 1;
    """)
}
