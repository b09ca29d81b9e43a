import Store

extension Schema {
  /// 会議の準備, 会議資料 and the work that takes long.
  static let preparation017 = Migration(17, "preparation", "SELECT 1;")
}
