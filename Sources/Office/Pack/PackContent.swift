import Casework

/// What one case says in somebody's copy (「一式の一つの事例」), gathered through the same queries as the screens.
struct PackCase: Sendable {
  let item: OpenedMeetingItem
  /// What the case file says; nothing where it may not go into this copy.
  let file: PackFile?
  let plan: TabledPlan?
  let replies: [PreparationReply]
  let papers: [OpenedPaper]
}

/// What the case file says for a meeting (「一式に入れる事例の記録」).
struct PackFile: Sendable {
  let openedOn: String
  let openedBy: String
  let inCharge: String
  let stage: String
  let members: [MemberView]
  /// Newest first, without what an agency keeps to itself.
  let entries: [TimelineEntry]
  /// Of the convener's agency; in the convener's own copy only.
  let tasks: [TaskLine]
  let progress: [RoleProgress]
}

extension PackCase {
  /// Entries of the history that go onto paper; the rest is on the screen.
  static let entriesShown = 90

  /// Gathers a case for the convener's own copy, or for that of a member.
  static func gather(_ desk: Desk, _ item: OpenedMeetingItem, for member: MeetingMemberLine?) throws -> (
    content: PackCase, opened: OpenedFile?
  ) {
    let opened = try file(desk, item, for: member)
    let content = PackCase(
      item: item, file: try opened.map { try read(desk, item, $0.file, notesSince: $0.notesSince, isOwn: member == nil) },
      plan: try MeetingItemQueries.plan(desk, item), replies: try PreparationQueries.replies(desk, item),
      papers: try desk.papers(of: item))
    return (content, opened?.file)
  }

  /// The case file, where it may go into this copy: who makes the pack must be able to open it, and who gets it too.
  private static func file(_ desk: Desk, _ item: OpenedMeetingItem, for member: MeetingMemberLine?) throws -> (
    file: OpenedFile, notesSince: Int
  )? {
    guard try PaperQueries.mayOpen(desk, item.caseFile) else { return nil }
    let file = try desk.open(item.caseFile)
    guard file.reach == .team else { return nil }
    guard let member else { return (file, 0) }
    guard let since = try PackQueries.notesSince(desk, item.caseFile, member.agency) else { return nil }
    let share = PackShare(isCopy: true, opens: true, holdsProtected: file.holdsProtected)
    return share.hasCaseFile ? (file, since) : nil
  }

  private static func read(_ desk: Desk, _ item: OpenedMeetingItem, _ file: OpenedFile, notesSince: Int, isOwn: Bool) throws -> PackFile {
    let view = try CaseFileQueries.view(desk, file)
    let coordination = try desk.latestCoordination(of: file)
    let kept = isOwn ? try PackQueries.confidentialTasks(desk, file.id, but: item.meeting.id) : []
    return PackFile(
      openedOn: view.openedOn, openedBy: view.openedBy, inCharge: view.inCharge,
      stage: coordination.map { "多機関協働：\($0.stage.label)（第\($0.round)回）" } ?? view.stage.label,
      members: view.members.filter { $0.until == nil }, entries: try entries(desk, file, from: view.timeline, notesSince: notesSince),
      tasks: isOwn ? view.tasks.filter { $0.doneAt == nil && !kept.contains($0.id) } : [],
      progress: try coordination.map { try ProgressQueries.latest(desk, $0) } ?? [])
  }

  /// Page by page, up to as many as go onto paper. What an agency keeps to itself, and what was corrected, stays out: paper is handed on.
  private static func entries(_ desk: Desk, _ file: OpenedFile, from first: Timeline, notesSince: Int) throws -> [TimelineEntry] {
    var found: [TimelineEntry] = []
    var page = first
    while true {
      found += page.entries.filter { entry in
        guard case .note(let note) = entry else { return true }
        return note.visibility == NoteVisibility.team.rawValue && note.replacedBy == nil && note.recordedAt >= notesSince
      }
      guard found.count < entriesShown, let next = page.next else { return Array(found.prefix(entriesShown)) }
      var filter = TimelineFilter()
      filter.before = next
      page = try TimelineQueries.page(desk, file, filter)
    }
  }
}
