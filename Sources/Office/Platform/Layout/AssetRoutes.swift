import Crypto
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// The style sheet and the one script, held in memory, under a name that changes with their content.
enum AssetRoutes {
  static let styleSheetPath = "/assets/\(mark(PackageResources.office_css)).css"
  static let scriptPath = "/assets/\(mark(PackageResources.office_js)).js"

  static func add(to doors: Doors) {
    let style = PackageResources.office_css
    let script = PackageResources.office_js
    doors.open(.get, "/assets/:file") { incoming in
      switch incoming.path {
      case styleSheetPath: return asset(style, "text/css; charset=utf-8")
      case scriptPath: return asset(script, "text/javascript; charset=utf-8")
      default: return Pages.missing().response
      }
    }
    let office = doors.office
    doors.open(.get, "/health") { _ in
      // Reading goes on when nothing can be written, and nothing may be seen that is not recorded.
      if office.database.isFull || office.disk.isShort(now: office.clock()) { return plain(.serviceUnavailable, full) }
      _ = try await office.database.read { try $0.exists("SELECT 1 FROM office") }
      return plain(.ok, "ok\n")
    }
  }

  /// No path and no figure: anybody may ask.
  private static let full = "ディスクの空きが足りません。空きをつくってください。\n"

  private static func plain(_ status: HTTPResponse.Status, _ words: String) -> Response {
    Response(
      status: status, headers: SecurityHeaders.page.with(.contentType, "text/plain; charset=utf-8"),
      body: ResponseBody(byteBuffer: ByteBuffer(string: words)))
  }

  private static func mark(_ bytes: [UInt8]) -> String { String(Hex.text(SHA256.hash(data: bytes)).prefix(12)) }

  private static func asset(_ bytes: [UInt8], _ type: String) -> Response {
    var headers = SecurityHeaders.page.with(.contentType, type)
    headers[.cacheControl] = "public, max-age=31536000, immutable"
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

/// A path that is no door gets the same page as a thing that is not yours.
struct MissingPageMiddleware: RouterMiddleware {
  func handle(
    _ request: Request, context: OfficeContext, next: (Request, OfficeContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
      return Pages.missing().response
    }
  }
}
