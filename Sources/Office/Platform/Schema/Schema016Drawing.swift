import Store

extension Schema {
  /// ジェノグラム, エコマップ, 家族の年表 and 事例検討用の資料.
  static let drawing016 = Migration(16, "drawing", "SELECT 1;")
}
