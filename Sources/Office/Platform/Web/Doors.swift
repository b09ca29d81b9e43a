import Casework
import Crypto
import HTTPTypes
import Hummingbird
import Logging

/// Registers routes: URL → act → handler (「扉」). Every door names its act, and the list of doors is `docs/routes.txt`.
public final class Doors {
  let office: Office
  let router: Router<OfficeContext>
  /// `GET /cases/:id seeCase`, in order of registration.
  var catalogue: [String] = []

  init(office: Office) {
    self.office = office
    router = Router(context: OfficeContext.self)
    // Applies to what is added after it, and so to every door.
    router.add(middleware: EntranceMiddleware(office: office))
  }

  /// A door that shows something.
  func page(_ path: String, _ act: Act, _ handler: @escaping @Sendable (Visit) async throws -> Answer) {
    catalogue.append("GET \(path) \(act.rawValue)")
    let office = office
    // A file for a spreadsheet may hold 50,000 lines.
    let isFile = path.hasSuffix("/export") || path.hasSuffix(".csv")
    router.get(RouterPath(path)) { request, context -> Response in
      let incoming = Incoming(request, context: context, settings: office.settings)
      let visit = Doors.visit(office, incoming, act, isSensitive: isFile && act.needsConfirmation)
      return await Doors.answer(visit) {
        isFile ? try await Doors.aside { try await handler(visit) } : try await handler(visit)
      }
    }
  }

  /// A door that does something: the form token and the origin are checked before the handler runs.
  /// - Parameter takesFile: the form comes back as it was filled in even if its file is too large to be read; the handler says so
  ///   (``Fields/oversized``).
  func act(
    _ path: String, _ act: Act, takesFile: Bool = false, _ handler: @escaping @Sendable (Visit) async throws -> Answer
  ) {
    catalogue.append("POST \(path) \(act.rawValue)")
    let office = office
    router.post(RouterPath(path)) { request, context -> Response in
      var incoming = Incoming(request, context: context, settings: office.settings)
      do {
        let isLarge = try await Doors.mayBeLarge(incoming, request, office)
        incoming.form = try await Doors.form(
          request, limit: Doors.textBytes + (isLarge ? office.settings.uploadBytes : 0), takesFile: takesFile && isLarge)
      } catch {
        return Pages.tooLarge(office.settings).response
      }
      let proof = IdentityProof.taken(from: &incoming.form)
      let visit = Doors.visit(office, incoming, act, isSensitive: act.needsConfirmation, proof: proof)
      return await Doors.answer(visit) {
        try await visit.checkForm()
        try await visit.takeProof()
        // An import calculates for seconds.
        return try await Doors.aside { try await handler(visit) }
      }
    }
  }

  /// A door without a session: sign-in, health, assets.
  func open(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping @Sendable (Incoming) async throws -> Response) {
    catalogue.append("\(method.rawValue) \(path) (open)")
    let office = office
    router.on(RouterPath(path), method: method) { request, context -> Response in
      var incoming = Incoming(request, context: context, settings: office.settings)
      if method == .post {
        do { incoming.form = try await Doors.form(request, limit: Doors.textBytes) } catch {
          return Pages.tooLarge(office.settings).response
        }
      }
      do { return try await handler(incoming) } catch { return Doors.fault(office, incoming, error) }
    }
  }

  private static func visit(
    _ office: Office, _ incoming: Incoming, _ act: Act, isSensitive: Bool, proof: IdentityProof? = nil
  ) -> Visit {
    let now = office.clock()
    return Visit(
      act: act, office: office, request: incoming,
      tokenHash: incoming.cookie.map { SessionToken(text: $0).hash }, now: now, today: CivilDate.of(epochSeconds: now),
      isSensitive: isSensitive, proof: proof)
  }

  /// What a form may bring besides a file.
  static let textBytes = 1_000_000
  /// More values than any of our forms has.
  private static let mostValues = 5_000

  /// Only for somebody who signed in once, a session that ended included, is more read than a form of text has.
  private static func mayBeLarge(_ incoming: Incoming, _ request: Request, _ office: Office) async throws -> Bool {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length <= textBytes { return false }
    guard let token = incoming.cookie.map({ SessionToken(text: $0).hash }) else { return false }
    return try await SessionQueries.isKnown(office, tokenHash: token)
  }

  /// Throws for more than is taken, in bytes or in number.
  static func form(_ request: Request, limit: Int, takesFile: Bool = false) async throws -> Fields {
    let boundary = Multipart.boundary(request.headers[.contentType] ?? "")
    if takesFile, let boundary {
      var form = OversizedForm(boundary: boundary, limit: limit)
      for try await chunk in request.body { try form.take(chunk.readableBytesView) }
      let whole = form
      return try await aside { try whole.fields() }
    }
    let bytes = Array(try await request.body.collect(upTo: limit).readableBytesView)
    if let boundary {
      return bytes.count > 65_536
        ? try await aside { try Multipart.fields(bytes, boundary: boundary) } : try Multipart.fields(bytes, boundary: boundary)
    }
    guard bytes.count(where: { $0 == UInt8(ascii: "&") }) < mostValues else { throw TooLargeForm() }
    return Fields(urlEncoded: bytes)
  }

  /// Turns what went wrong into the page that says so, and nothing more.
  private static func answer(_ visit: Visit, _ work: () async throws -> Answer) async -> Response {
    let (office, incoming) = (visit.office, visit.request)
    do {
      return try await work().veiled(by: visit.veil).response
    } catch is SignedOut {
      return SignInRoutes.signInFirst(office, incoming)
    } catch is PasswordChangeDue {
      return Answer.redirect("/password").response
    } catch let due as SecondFactorDue {
      return SecondFactorRoutes.factorFirst(visit, due)
    } catch let due as ConfirmationDue {
      return ConfirmationRoutes.confirmFirst(visit, due)
    } catch is OutsideNetwork {
      return EntranceMiddleware.closed
    } catch is Denial {
      return Pages.missing().response
    } catch is ForgedForm {
      return Pages.staleForm(incoming).response
    } catch let errors as FieldErrors {
      return Pages.refused(errors.problems.map(\.sentence)).response
    } catch is EditConflict {
      return Pages.conflict().response
    } catch {
      return fault(office, incoming, error)
    }
  }

  static func fault(_ office: Office, _ incoming: Incoming, _ error: any Error) -> Response {
    office.log.error("fault", metadata: ["request": "\(incoming.id)", "path": "\(incoming.path)", "error": "\(error)"])
    return Pages.fault(requestID: incoming.id).response
  }
}

extension Visit {
  /// The form was made by one of this session's pages.
  var isFormOwn: Bool { request.isSameSite && request.cookie.map { form["csrf"] == SessionToken(text: $0).formToken } ?? false }

  /// Refuses a form that this session's pages did not make.
  func checkForm() async throws {
    guard request.cookie != nil else { throw SignedOut() }
    guard isFormOwn else {
      // An idle session answers with the sign-in page, so that typed text comes back; only a living one is told off. Who sits there is not
      // asked: the question would hold what somebody else's page sent, under this session's token.
      var plain = self
      plain.isSensitive = false
      try await plain.write { desk in throw ForgedForm(staff: desk.staff) }
      return
    }
    guard !form.holds(PersonSight.mask) else {
      try await write { desk in throw FieldErrors([FieldProblem("", Veil.notKept)], staff: desk.staff) }
      return
    }
  }
}
