import Casework

/// Japanese for 保存と廃棄.
enum DisposalWording {
  static let notApproved = "承認された廃棄だけを実施できます。まだのときは、管理者の承認を待ってください。"
  static let gone = "選んだ事例のうち、いま廃棄できないものがありました。一覧を確かめて、選び直してください。"

  static let certified =
    "上の事例の記録は、承認にもとづき、データベース・検索の索引・添付ファイルから消去しました。残したのは、この台帳の記載と、番号だけの監査記録です。"
    + "控え（バックアップ）に残る写しは、控えの保存期間が過ぎた時に消えます。"

  /// Among the counts of what went: people whose row came from the resident extract, and so did not go.
  static let keptExtract = "kept resident-extract"

  /// 「残るもの」; nil when nothing of the people stays.
  static func kept(_ counts: [String: Int]) -> String? {
    guard let people = counts[keptExtract], people > 0 else { return nil }
    return "住民情報の抽出から取り込んだ\(people)人の行（氏名・生年月日・住所など）は、事例の記録ではないため、住民の台帳に残っています。"
  }

  /// What went, in words; the smaller tables as one.
  static func counts(_ counts: [String: Int]) -> String {
    var rest = 0
    var named: [String: Int] = [:]
    for (table, number) in counts where table != keptExtract {
      if let label = kinds[table] { named[label, default: 0] += number } else { rest += number }
    }
    let words = named.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }
    return (words + (rest > 0 ? ["付随する記録\(rest)"] : [])).joined(separator: "、")
  }

  private static let kinds = [
    "case_file": "事例", "consultation": "相談受付", "note": "支援経過", "attachment": "添付", "referral": "つなぎ", "consent": "本人同意",
    "coordination": "多機関協働", "assessment": "アセスメント", "plan": "プラン", "plan_review": "評価", "support_decision": "支援決定",
    "meeting_item": "会議の議題", "task": "やること", "resident": "人", "household": "世帯", "draft": "書きかけ", "disclosure": "本人開示",
    "disclosure_passage": "開示の一節",
  ]
}
