import Casework

/// Japanese for the questions of a 引継ぎ書 and for whose turn it is.
enum HandoverWording {
  static func prompt(_ part: HandoverText.Part) -> String {
    switch part {
    case .situation: "いまの段階と、ここまでの流れは？"
    case .works: "会い方・話し方・時間帯など、うまくいくことは？"
    case .avoid: "してほしくないと言われたこと、避けたいことは？"
    case .promises: "本人・家族・ほかの機関と約束したことは？"
    case .next: "次に何をする予定ですか？"
    case .firstCall: "はじめに連絡するとよい人と、その理由は？"
    }
  }

  static func turn(_ turn: HandoverLine.Turn) -> String {
    switch turn {
    case .write: "引継ぎ書を書く"
    case .confirm: "見直して確認する"
    case .take: "読んで受け取る"
    case .answer: "質問に答える"
    case .wait: "相手の番"
    case .others: "係の引継ぎ"
    }
  }
}
