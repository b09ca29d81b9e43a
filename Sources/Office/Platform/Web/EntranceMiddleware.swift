import Casework
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Store
import Synchronization

/// 「玄関」 What every request passes first, and every answer last: is it from a network one may come from, and does what goes back carry
/// the headers that protect it, whoever made it.
struct EntranceMiddleware: RouterMiddleware {
  let office: Office

  func handle(
    _ request: Request, context: OfficeContext, next: (Request, OfficeContext) async throws -> Response
  ) async throws -> Response {
    let remote = context.remote(request, trusting: office.settings.trustedProxy)
    guard admits(request, remote) else {
      await note(remote)
      return dressed(EntranceMiddleware.closed)
    }
    do {
      return dressed(try await next(request, context))
    } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
      return dressed(Pages.missing().response)
    } catch let error as HTTPError {
      return dressed(EntranceMiddleware.plain(error.status, "この要求は受け付けられません。前の画面に戻って、もう一度お試しください。\n"))
    }
  }

  /// One page for everybody who comes from elsewhere. It tells nothing about what is behind.
  static var closed: Response {
    plain(.forbidden, "この接続元からは利用できません。決められた回線・端末から開いてください。それでも開けないときは、情報システムの担当に連絡してください。\n")
  }

  private func admits(_ request: Request, _ remote: String) -> Bool {
    office.settings.entrance.admits(remote) || (request.uri.path == "/health" && NetworkRange.isLoopback(remote))
  }

  private func dressed(_ response: Response) -> Response {
    var response = response
    // Our own pages begin with all of them; asking for each by its name costs more than a look at the row.
    if !response.headers.starts(with: SecurityHeaders.page) {
      for field in SecurityHeaders.page where response.headers[field.name] == nil { response.headers[field.name] = field.value }
    }
    if office.settings.isSecure { response.headers[.strictTransportSecurity] = SecurityHeaders.strictTransport }
    return response
  }

  /// A line in the audit log, one for an address and minute: whoever knocks all night must not fill the log.
  private func note(_ remote: String) async {
    let now = office.clock()
    guard office.knocks.isNew(remote, at: now) else { return }
    let entry = AuditEntry(
      at: now, staff: nil, agency: nil, act: SignInWording.enter, outcome: .denied, subject: "network", detail: "",
      request: RequestNumber.next(), remote: remote)
    do { try await office.database.record(entry.record()) } catch {
      office.log.error("a refused connection could not be logged", metadata: ["error": "\(error)"])
    }
  }

  private static func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
    Response(
      status: status, headers: SecurityHeaders.page.with(.contentType, "text/plain; charset=utf-8"),
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

/// 「断った接続元」 When an address was last put into the log.
final class Knocks: Sendable {
  private let last = Mutex<[String: Int]>([:])

  /// True once a minute for each address.
  func isNew(_ remote: String, at now: Int) -> Bool {
    last.withLock { last in
      if let before = last[remote], now - before < 60 { return false }
      // Addresses are cheap to invent; what is remembered of them stays small.
      if last.count >= 10_000 { last = last.filter { now - $0.value < 60 } }
      if last.count >= 10_000 { return false }
      last[remote] = now
      return true
    }
  }
}
