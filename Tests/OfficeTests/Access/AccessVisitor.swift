import Casework

@testable import Office

/// How an agency stands to the case of the access tests (「事例との関わり」).
enum Standing: String, CaseIterable, Sendable {
  /// It took the consultation.
  case own
  /// It accepted a referral of the case.
  case accepted
  /// It carries 多機関協働, to which the case was referred.
  case multi
  /// It is the town's programme section, and the case was referred to 多機関協働.
  case programme
  /// It has nothing to do with the case.
  case unrelated
  /// It had accepted a referral of the case, and that ground has ended.
  case ended
  /// It accepted a referral, and is tied to the perpetrator from whom the person of the case is protected.
  case barred
  /// It is called to the meeting at which the case is tabled, and to nothing else.
  case called
  /// Its staff have the case open in an emergency.
  case emergency

  /// Nothing of the case may reach it.
  var isOutside: Bool { self == .unrelated || self == .ended || self == .barred }

  /// The roles that come to the doors: all of them, or three whose answer depends on the standing and one who never sees a case.
  var roles: [Role] {
    switch self {
    case .own, .accepted, .multi, .programme, .unrelated: Role.allCases
    case .ended, .barred, .called, .emergency:
      [.consultStaff, .multiCoordinator, .cityStaff, .systemAdministrator]
    }
  }
}

/// Somebody at the doors in the access tests.
enum AccessVisitor: Hashable, Sendable {
  case staff(Standing, Role)
  case signedOut
  /// Of the own agency, a counsellor, whose first password is not changed yet.
  case passwordDue

  static let everybody: [AccessVisitor] =
    Standing.allCases.flatMap { standing in standing.roles.map { .staff(standing, $0) } } + [.signedOut, .passwordDue]

  var standing: Standing {
    if case .staff(let standing, _) = self { return standing }
    return .own
  }

  /// May this person's role ever read what a case file says?
  var isCaseworker: Bool {
    if case .staff(_, let role) = self { return Role.caseworkers.contains(role) }
    return false
  }

  var signInName: String {
    switch self {
    case .staff(let standing, let role): "\(standing.rawValue)-\(role.rawValue)"
    case .signedOut: ""
    case .passwordDue: "password-due"
    }
  }
}

/// One door of the catalogue.
struct AccessDoor: Hashable, Sendable {
  let method: String
  let path: String
  let act: String

  init(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    method = words[0]
    path = words[1]
    act = words[2]
  }

  var line: String { "\(method) \(path) \(act)" }

  /// Leads in without a session.
  var isOpen: Bool { act == "(open)" || act.hasPrefix("guest.") }

  /// Leads to one thing of one case, so that somebody without a ground must get the 404 that says nothing.
  var isAboutOneCase: Bool {
    path.contains("/:") && AccessDoor.caseRoots.contains(String(path.split(separator: "/").first ?? ""))
  }

  /// Everything with a number in its path is about a case, but for these.
  private static let others: Set<String> = [
    "agencies", "staff", "assets", "drafts", "audit", "incidents", "retention", "transfers", "sessions", "emergencies", "guest", "blanks",
  ]
  private static let caseRoots: Set<String> = [
    "cases", "consultations", "referrals", "residents", "households", "notes", "tasks", "attachments", "files", "section",
    "coordinations", "consents", "information-requests", "plans", "meetings", "hand-backs", "follow-ups",
    "protections", "disclosures", "handovers", "preparations", "study-packs", "prints",
  ]

  /// Neither known to be about a case nor known not to be: the lists above need a decision.
  var isUndecided: Bool {
    let root = String(path.split(separator: "/").first ?? "")
    return path.contains("/:") && !AccessDoor.others.contains(root) && !AccessDoor.caseRoots.contains(root)
  }
}
