/// 「外部の構成員の入場」 What lets somebody without an account in to some items of one meeting: a link, and a code told by telephone.
///
/// Source: issue "Who may see what" (支援会議: a member from outside); reference §4.1 (access ends with the meeting), §8.2 (outside agencies).
public struct GuestPass: Hashable, Sendable {
  /// The last day on which it lets in.
  public let lastDay: CivilDate
  /// Wrong codes since the last right one.
  public let failures: Int
  public let isRevoked: Bool

  public init(lastDay: CivilDate, failures: Int = 0, isRevoked: Bool = false) {
    self.lastDay = lastDay
    self.failures = failures
    self.isRevoked = isRevoked
  }

  /// 「間違いの限度」 Wrong codes after which the link opens no more, whoever types.
  public static let wrongCodes = 5
  /// 「番号のけた数」
  public static let codeDigits = 8
  /// 「操作のない時間」 Minutes without a request after which the code is asked again.
  public static let idleMinutes = 30

  public var isLocked: Bool { failures >= Self.wrongCodes }

  /// Does it let in today? Never longer than a member who is called sees the meeting, whatever day was written on it.
  public func holds(stage: MeetingStage, heldOn: CivilDate, today: CivilDate) -> Bool {
    !isRevoked && !isLocked && today <= lastDay && stage.isOpenToMembers(heldOn: heldOn, today: today)
      && today <= Self.latestDay(heldOn: heldOn)
  }

  /// 「期限の限度」
  public static func latestDay(heldOn: CivilDate) -> CivilDate { heldOn.adding(days: MeetingStage.sightDays) }

  /// 「招く」 The last day of a new pass. Throws ``GuestRefusal`` when the meeting, the items or the day do not allow one.
  ///
  /// - Parameter asked: the day the convener wrote; nil for the latest that is allowed.
  public static func invited(stage: MeetingStage, heldOn: CivilDate, items: Int, until asked: CivilDate?, today: CivilDate)
    throws(GuestRefusal) -> CivilDate
  {
    switch stage {
    case .planned: throw .notCalledYet
    case .cancelled: throw .meetingOver
    case .invited, .held: break
    }
    let latest = latestDay(heldOn: heldOn)
    guard today <= latest else { throw .meetingOver }
    guard items > 0 else { throw .noItems }
    let last = asked ?? latest
    guard last <= latest else { throw .tooLong(latest) }
    guard last >= today else { throw .dayPassed }
    return last
  }

  /// The code in what somebody typed, with any width of digits, spaces and hyphens; nil when it is no code.
  public static func code(in typed: String) -> String? {
    var digits = ""
    for character in typed {
      if let digit = character.wholeNumberValue, (0...9).contains(digit) {
        digits += String(digit)
      } else if !character.isWhitespace, !"-‐–－ー".contains(character) {
        return nil
      }
    }
    return digits.count == codeDigits ? digits : nil
  }
}

/// 「招けない理由」 Each with the way out.
public enum GuestRefusal: Error, Hashable, Sendable {
  case notCalledYet
  case meetingOver
  case noItems
  case tooLong(CivilDate)
  case dayPassed
  case nobody
  /// The agency has staff who sign in.
  case hasAccounts
  /// The consent of the person does not reach somebody from outside.
  case notCovered

  public var message: String {
    switch self {
    case .notCalledYet: "会議がまだ招集されていません。先に会議の画面で「招集する」を押してから、外部の方を招いてください。"
    case .meetingOver: "この会議はもう終わったか取りやめたため、リンクを作れません。届いた回答があるときは、下の「代わりに記録する」に書いてください。"
    case .noItems: "見せる議題が選ばれていません。この方に加わってもらう議題に印を付けてください。"
    case .tooLong(let latest): "期限が長すぎます。この会議では\(latest.wareki)までの日にしてください。"
    case .dayPassed: "期限が過ぎた日になっています。今日より後の日にしてください。"
    case .nobody: "招く方が書かれていません。氏名か職名を書いてください。"
    case .hasAccounts: "この機関の職員はつなぎにサインインできます。リンクは作らず、会議に招集してください。"
    case .notCovered: "本人の同意が、名簿にない外部の方との共有に及んでいません。この議題の印を外すか、本人に確かめて同意を記録してください。"
    }
  }

  /// The field it is about.
  public var fieldID: String {
    switch self {
    case .noItems, .notCovered: "item"
    case .tooLong, .dayPassed: "until"
    case .nobody: "name"
    case .notCalledYet, .meetingOver, .hasAccounts: "invite"
    }
  }
}
