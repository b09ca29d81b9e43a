/// 「外部の構成員の行為」 What somebody without an account may do, who was invited to some items of one meeting.
///
/// Every guest door names one. Raw values are stored in the audit log and never renamed. They are apart from ``Act`` so that no role can hold
/// one of them and no guest can hold one of those.
/// Source: issue "Who may see what".
public enum GuestAct: String, CaseIterable, Sendable, Hashable {
  case open = "guest.open"
  case enter = "guest.enter"
  case pledge = "guest.pledge"
  case see = "guest.see"
  case paper = "guest.paper"
  case answer = "guest.answer"
  case leave = "guest.leave"

  /// The words the audit screen uses.
  public var label: String {
    switch self {
    case .open: "外部の構成員：リンクを開く"
    case .enter: "外部の構成員：番号の入力"
    case .pledge: "外部の構成員：守秘の確認"
    case .see: "外部の構成員：議題の閲覧"
    case .paper: "外部の構成員：資料の閲覧"
    case .answer: "外部の構成員：回答"
    case .leave: "外部の構成員：終了"
    }
  }
}
