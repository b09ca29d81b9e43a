import Casework

/// Japanese for the minutes that draft themselves.
enum MinutesWording {
  /// What was recorded of an item, as the minutes of it begin.
  static func draft(_ view: MeetingItemView) -> String {
    let item = view.item
    var lines = ["諮った時期：\(MeetingWording.timing(item.timing))"]
    if !item.points.isEmpty { lines.append("決めたいこと：\n\(item.points)") }
    if !item.discussion.isEmpty { lines.append("検討の内容：\n\(item.discussion)") }
    if let result = item.result {
      lines.append("結論：\(result.label)\(item.resultWords.isEmpty ? "" : "　\(item.resultWords)")")
    }
    if !item.leadName.isEmpty { lines.append("主担当となる相談窓口：\(item.leadName)　\(item.leadPerson)") }
    if !view.roles.isEmpty {
      lines.append("決まった役割：\n" + view.roles.map(role).joined(separator: "\n"))
    }
    if !item.nextMonitoring.isEmpty { lines.append("次のモニタリング：\(Wording.shortDate(item.nextMonitoring))") }
    if !view.gaps.isEmpty { lines.append("足りない社会資源：\n" + view.gaps.map { "・\($0)" }.joined(separator: "\n")) }
    return lines.joined(separator: "\n")
  }

  private static func role(_ role: MeetingRoleLine) -> String {
    let person = role.person.isEmpty ? "" : "（\(role.person)）"
    let due = role.dueOn.isEmpty ? "" : "　\(Wording.shortDate(role.dueOn))まで"
    return "・\(role.agency)\(person)：\(role.what)\(due)"
  }
}
