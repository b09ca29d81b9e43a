import Casework
import HTTPTypes
import Hummingbird
import Logging

/// What goes back to a member from outside, and the cookie that begins or ends the session.
struct GuestAnswer: Sendable {
  let answer: Answer
  var cookie: String?

  init(_ answer: Answer, cookie: String? = nil) {
    self.answer = answer
    self.cookie = cookie
  }
}

extension Doors {
  /// A door for a member from outside (「外部の構成員の扉」): opened by a link and a code, never by the session of staff; and the session behind a
  /// link opens no other door.
  func guest(
    _ method: HTTPRequest.Method, _ path: String, _ act: GuestAct, _ handler: @escaping @Sendable (GuestVisit) async throws -> GuestAnswer
  ) {
    catalogue.append("\(method.rawValue) \(path) \(act.rawValue)")
    let office = office
    router.on(RouterPath(path), method: method) { request, context -> Response in
      var incoming = Incoming(request, context: context, settings: office.settings)
      if method == .post {
        do { incoming.form = try await Doors.form(request, limit: Doors.textBytes) } catch {
          return Answer.invalid(GuestNotice.tooLarge.html).response
        }
      }
      let now = office.clock()
      let link = incoming.parameters.get("token") ?? ""
      let visit = GuestVisit(
        act: act, office: office, request: incoming, linkHash: SessionToken(text: link).hash, cookie: incoming.guestCookie, now: now,
        today: CivilDate.of(epochSeconds: now))
      return await Doors.answer(visit, isForm: method == .post, handler)
    }
  }

  /// The link itself never gets into the log of the server.
  private static func answer(
    _ visit: GuestVisit, isForm: Bool, _ handler: @Sendable (GuestVisit) async throws -> GuestAnswer
  ) async -> Response {
    do {
      // The code is what proves who it is; before it there is no session to which a form could be bound.
      if isForm, visit.act != .enter { try await visit.checkForm() }
      let reply = try await handler(visit)
      var response = reply.answer.veiled(by: visit.veil).response
      if let cookie = reply.cookie { response.headers[.setCookie] = cookie }
      return response
    } catch is GuestClosed {
      return Answer.missing(GuestNotice.closed.html).response
    } catch is GuestDenial {
      return Answer.missing(GuestNotice.closed.html).response
    } catch is GuestOutside {
      guard isForm else { return Answer.redirect(visit.link).response }
      return Answer.invalid(GuestCodePage(link: visit.link, problem: GuestCodePage.idle, held: HeldForm(sent: visit.form)).html).response
    } catch is ForgedForm {
      return Answer.invalid(GuestNotice.stale.html).response
    } catch let errors as FieldErrors {
      return Answer.invalid(GuestNotice.refused(errors.problems.map(\.sentence)).html).response
    } catch {
      visit.office.log.error("fault", metadata: ["request": "\(visit.request.id)", "door": "\(visit.act.rawValue)", "error": "\(error)"])
      return Answer.fault(GuestNotice.fault(visit.request.id).html).response
    }
  }
}

extension GuestVisit {
  /// The same flags as the session cookie of staff.
  func cookie(_ token: String) -> String {
    office.settings.isSecure
      ? "\(Incoming.secureGuestCookieName)=\(token); Path=/; HttpOnly; Secure; SameSite=Lax"
      : "\(Incoming.guestCookieName)=\(token); Path=/; HttpOnly; SameSite=Lax"
  }
}
