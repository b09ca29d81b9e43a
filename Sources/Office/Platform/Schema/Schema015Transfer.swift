import Store

extension Schema {
  /// 人事異動 and 引継ぎ.
  static let transfer015 = Migration(
    15, "transfer",
    """
    SELECT 1;
    """)
}
