import Casework

/// Not yours to see or to do (「非公開」): answered by the same 404 whether or not the thing exists, and always audited.
public struct Denial: Error, Sendable {
  var staff: StaffMember?
  var subject: String?
}

/// No living session: the sign-in page comes first, and what was typed comes back after it.
struct SignedOut: Error {}

/// The first password has not been changed yet.
struct PasswordChangeDue: Error {}

/// A role of this person needs a second factor that this session has not shown. It is set up, or shown, before anything else.
struct SecondFactorDue: Error {
  let hasFactor: Bool
}

/// Whoever sits there has not shown for a while who they are, and the act is a sensitive one (「本人の再確認」).
struct ConfirmationDue: Error {
  let hasFactor: Bool
  let way: SignInWay
  /// What was wrong with the proof that came, in a sentence.
  var problem: String?
}

/// A role of this person may be used from some networks only, and this is none of them.
struct OutsideNetwork: Error {
  let staff: StaffMember
}

/// The page was made before the session that sent it, or by somebody else's site.
struct ForgedForm: Refusal {
  let staff: StaffMember?
  var auditDetail: String { "form token" }
}

/// A rule says no (「お断り」): shown on the same screen with the reason and the way out, everything typed kept.
public protocol Refusal: Error, Sendable {
  /// Whose request it was, for the audit log.
  var staff: StaffMember? { get }
  /// A word for the audit log; never what was typed.
  var auditDetail: String { get }
}

/// Bad input or a rule that says no, field by field.
public struct FieldErrors: Refusal {
  public let staff: StaffMember?
  /// In the order of the page.
  public let problems: [FieldProblem]

  public init(_ problems: [FieldProblem], staff: StaffMember? = nil) {
    self.problems = problems
    self.staff = staff
  }

  public var auditDetail: String { "fields: " + problems.map(\.fieldID).joined(separator: ",") }
}

/// Somebody else saved the same thing in between (「編集の重なり」). Neither text is lost: the page shows both.
public struct EditConflict: Refusal {
  public let staff: StaffMember?
  public var auditDetail: String { "edit conflict" }
}
