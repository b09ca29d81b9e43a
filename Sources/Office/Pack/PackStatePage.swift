import Casework
import HTML

/// How far something is that is made apart from any request (「作成の進み具合」).
struct PackStanding: Sendable {
  let state: PackState
  let done: Int
  let total: Int
  /// In bytes, once it is done.
  let size: Int
}

/// The two cells of a list that say how far a pack is and what can be done now.
struct PackStatePart {
  let standing: PackStanding
  /// What the line is about, for who does not see the bar.
  let name: String
  /// The address of the pack.
  let place: String
  let mayTake: Bool
  /// Said where the file is there and not for the viewer any more.
  let lost: String

  static func waiting(_ path: String) -> HTML {
    "<p role=\"status\">作っています。画面は自動で新しくなります。<a href=\"\(href: path)\">更新する</a></p>"
  }

  var state: HTML {
    let (state, done, total) = (standing.state, standing.done, standing.total)
    switch state {
    case .running:
      return """
        \(state.label) <progress value="\(done)" max="\(total)" aria-label="\(name)の進み具合"></progress> \(done)／\(total)件
        """
    case .queued: return "\(state.label)（\(total)件）"
    case .done: return "<span class=\"chip done\">\(state.label)</span>"
    case .failed, .cancelled, .gone: return "\(state.label)"
    }
  }

  func next(_ chrome: Chrome) -> HTML {
    if mayTake { return "<a href=\"\(href: "\(place)/file")\">PDFを開く</a>（\(max(1, standing.size / 1024))KB）" }
    switch standing.state {
    case .queued, .running:
      return """
        <form class="inline" action="\(href: "\(place)/cancellation")" method="post">\(FormView.tokens(chrome))\
        <button class="button text small">取りやめる</button></form>
        """
    case .done: return "\(lost)"
    case .failed: return "もう一度作ってください。続くときは管理者に連絡してください。"
    case .cancelled, .gone: return .empty
    }
  }
}
