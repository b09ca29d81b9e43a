/// 「会議で決まったこと」 What a 重層的支援会議 settled about a case, as far as it belongs into the plan.
///
/// Source: reference §4.4 (roles, next monitoring), §5.4 nos. 8, 13, 15, 17.
public struct MeetingSettlement: Hashable, Sendable {
  /// Who does what until when.
  public struct Role: Hashable, Sendable {
    public let agency: AgencyID
    public let person: String
    public let what: String
    public let due: CivilDate?

    public init(agency: AgencyID, person: String = "", what: String, due: CivilDate? = nil) {
      self.agency = agency
      self.person = person
      self.what = what
      self.due = due
    }

    /// 「架空の訪問（令和8年12月1日まで）」
    public var words: String { due.map { "\(what)（\($0.wareki)まで）" } ?? what }

    /// The row of a plan says the same. A row without an agency lost it, because it has ended, and is still this one.
    func isIn(_ share: RoleShare) -> Bool {
      (share.agency == nil || share.agency == agency) && [words.squeezed, what.squeezed].contains(share.role.squeezed)
    }

    /// The plan says the same, among its roles or as 支援内容.
    func isIn(_ draft: PlanDraft) -> Bool {
      draft.roles.contains { isIn($0) }
        || draft.items.contains { item in
          guard case .agency(let owner, _) = item.owner else { return false }
          return owner == agency && item.action.squeezed == what.squeezed
        }
    }
  }

  public let heldOn: CivilDate
  /// 「重層的支援会議」, as it is called here.
  public let meeting: String
  public let result: MeetingResult
  /// What is to be changed, why it goes on.
  public let words: String
  public let roles: [Role]
  public let nextMonitoring: CivilDate?

  public init(
    heldOn: CivilDate, meeting: String, result: MeetingResult, words: String = "", roles: [Role] = [], nextMonitoring: CivilDate? = nil
  ) {
    self.heldOn = heldOn
    self.meeting = meeting
    self.result = result
    self.words = words
    self.roles = roles
    self.nextMonitoring = nextMonitoring
  }

  /// 「令和8年9月3日の重層的支援会議の結果」
  public var title: String { "\(heldOn.wareki)の\(meeting)の結果" }

  /// The line that stands in the plan for the meeting: its day, its result and the words that go with it.
  public var note: String { "\(title)（\(result.label)）" + (words.isBlank ? "" : "：\(words)") }

  /// A row of the plan came from here.
  public func holds(_ share: RoleShare) -> Bool { share.agency != nil && roles.contains { $0.isIn(share) } }
}

/// 「計画に足すこと」 What a meeting settled and a plan does not say yet. It is only ever added, never put in the place of something.
public struct PlanAdditions: Hashable, Sendable {
  public var roles: [RoleShare] = []
  public var monitoring: [CivilDate] = []
  public var notes: [String] = []

  public init() {}

  public var isEmpty: Bool { roles.isEmpty && monitoring.isEmpty && notes.isEmpty }
}

extension MeetingSettlement {
  /// What is not in a plan yet. What stood in it since the meeting and is gone was changed by a person, and is not brought back.
  ///
  /// - Parameters:
  ///   - draft: as it stands, typed or saved.
  ///   - saved: the plan as it was saved since the meeting.
  ///   - room: rows that the plan still has for roles.
  public func additions(to draft: PlanDraft, since saved: [PlanDraft] = [], room: Int = .max) -> PlanAdditions {
    let known = [draft] + saved
    var additions = PlanAdditions()
    for role in roles where !known.contains(where: { role.isIn($0) }) {
      let share = RoleShare(agency: role.agency, person: role.person, role: role.words)
      if !additions.roles.contains(where: { role.isIn($0) }), additions.roles.count < room { additions.roles.append(share) }
    }
    if let day = nextMonitoring, !known.contains(where: { $0.monitoring.contains(day) }) { additions.monitoring = [day] }
    if !known.contains(where: { $0.notes.squeezed.contains(note.squeezed) }) { additions.notes = [note] }
    return additions
  }
}

extension String {
  /// Without any white space, for comparing what was typed with what was said.
  fileprivate var squeezed: String { filter { !$0.isWhitespace } }
}
