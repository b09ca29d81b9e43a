import Casework

/// Japanese for what a consultation says.
enum ConsultationWording {
  /// 「様式1-1」 in a column.
  static func consent(_ stored: String) -> String {
    switch stored {
    case "given": "あり"
    case "notObtained": "なし"
    default: "未定"
    }
  }

  static func reach(_ reach: ConsultationFilter.Reach) -> String {
    switch reach {
    case .mine: "自分の受付"
    case .section: "自機関の受付"
    case .all: "見られるすべて"
    }
  }

  static func order(_ order: ConsultationFilter.Order) -> String {
    switch order {
    case .newest: "受付日の新しい順"
    case .oldest: "受付日の古い順"
    case .urgency: "緊急度の高い順"
    case .label: "本人の順"
    }
  }
}
