import Store

extension Schema {
  /// 本人開示, and 保存・廃棄.
  static let records013 = Migration(
    13, "records",
    """
    SELECT 1;
    """)
}
