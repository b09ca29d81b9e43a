import HTML
import HTTPTypes

/// The plain pages that belong to no capability (「お知らせの画面」).
enum Pages {
  /// The same for what does not exist and for what is not yours to see.
  static func missing() -> Answer {
    .missing(
      notice(
        "ページが見つかりません",
        "お探しのページは見つかりませんでした。削除されたか、見る権限がない可能性があります。必要な場合は担当の係に確認してください。"))
  }

  static func fault(requestID: String) -> Answer {
    .fault(
      notice(
        "操作を完了できませんでした",
        "システムの不具合で処理できませんでした。この操作は保存されていません。しばらくしてからもう一度お試しください。続く場合は、次の番号を管理者に伝えてください：\(requestID)"))
  }

  static func staleForm(_ incoming: Incoming) -> Answer {
    .invalid(
      notice(
        "もう一度送信してください",
        "画面を開いてから時間がたったか、別の画面でサインインし直したため、送信を受け付けませんでした。ブラウザの「戻る」で入力画面に戻り、画面を読み込み直してから送信してください。"))
  }

  static func refused(_ reasons: [String]) -> Answer {
    .invalid(
      Page(
        title: "この操作はできません",
        content: """
          <h1>この操作はできません</h1><ul class="plain">\(HTML.each(reasons) { "<li>\($0)</li>" })</ul>
          <p>ブラウザの「戻る」で前の画面に戻れます。</p>
          """
      ).html)
  }

  static func conflict() -> Answer {
    .conflict(
      notice("ほかの人が先に保存しました", "この画面を開いたあとに、ほかの人が内容を変更しました。ブラウザの「戻る」で入力内容を控え、画面を読み込み直して、最新の内容を確かめてから入力してください。"))
  }

  static func tooLarge(_ settings: OfficeSettings) -> Answer {
    .invalid(
      notice(
        "送信する内容が大きすぎます",
        "添付できるファイルは\(settings.uploadBytes / 1_000_000)MBまでです。ファイルを小さくするか、分けて送信してください。"
          + "ブラウザの「戻る」で戻れますが、選んだもの（公開範囲など）がはじめの状態に戻っていることがあります。送信する前に確かめてください。"))
  }

  private static func notice(_ title: String, _ text: String) -> HTML {
    Page(title: title, content: "<h1>\(title)</h1><p>\(text)</p><p><a href=\"/\">ホームへ</a></p>").html
  }
}
