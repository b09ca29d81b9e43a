/// Words of the front door.
enum SignInWording {
  /// Acts that the audit log knows besides ``Act``: nobody is signed in yet.
  static let enter = "enter"
  static let acts = [enter: "接続の制限"]

  static let wrongPassword = "サインイン名またはパスワードが違います。半角・全角と大文字・小文字を確かめて、もう一度入力してください。"
  static let wrongCode =
    "確認コードが違います。認証アプリに今出ている6桁の数字を入力してください。一度使ったコードは使えないので、数字が変わるまで待ってください。"
  static let unreadableCode = "確認コードを確かめられませんでした。回復コードを使うか、システム管理者に「確認コードの取消し」を依頼してください。"
  static let stepExpired = "確認コードの入力までに時間がたったか、その間に登録の内容が変わりました。はじめからサインインしてください。"
  static let notByPassword = "この方法ではサインインできません。画面の「認証基盤でサインインする」から入ってください。"

  static func locked(until: Int, now: Int) -> String {
    "続けて間違えたため、サインインを止めています。約\((until - now + 59) / 60)分後にもう一度お試しください。急ぐときは管理者に連絡してください。"
  }

  static func way(_ way: SignInWay, withFactor: Bool) -> String {
    switch (way, withFactor) {
    case (.password, false): "パスワード"
    case (.password, true): "パスワードと確認コード"
    case (.provider, false): "認証基盤"
    case (.provider, true): "認証基盤と確認コード"
    }
  }

  /// 「Chrome（Windows）」 for what a browser says of itself; people know these words, not the whole line.
  static func browser(_ agent: String) -> String {
    let browsers = [
      ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"),
      ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    let machines = [
      ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "Chromebook"),
      ("Macintosh", "Mac"), ("Linux", "Linux"),
    ]
    let browser = browsers.first { agent.contains($0.0) }?.1 ?? "ほかのブラウザ"
    return machines.first { agent.contains($0.0) }.map { "\(browser)（\($0.1)）" } ?? browser
  }
}
