import Casework

/// 添付ファイル: to a case, and back again.
enum AttachmentRoutes {
  static func add(to doors: Doors) {
    doors.page("/cases/:id/attachments/new", .addAttachment) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { try page($0, id, FormView(Fields([("visibility", NoteVisibility.team.rawValue)]))) }.html)
    }
    doors.act("/cases/:id/attachments", .addAttachment, takesFile: true) { visit in try await keep(visit) }
    doors.page("/cases/:id/attachments/:file", .seeAttachment) { visit in
      let id: CaseFileID = try visit.id("id")
      let file: AttachmentID = try visit.id("file")
      let found = try await visit.read { try AttachmentQueries.one($0, $0.open(id), file) }
      let bytes = try await visit.office.files.bytes(found.sha256)
      return .download(Answer.Download(name: found.name, type: found.kind?.mediaType ?? "application/octet-stream", bytes: bytes))
    }
  }

  private static func page(_ desk: Desk, _ id: CaseFileID, _ form: FormView) throws -> AttachmentPage {
    AttachmentPage(chrome: desk.chrome, file: try desk.open(id), form: form, limit: desk.visit.office.settings.uploadBytes)
  }

  /// Access, then the rule, then the scanner; only what passes all three reaches the cabinet.
  private static func keep(_ visit: Visit) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      let office = visit.office
      _ = try await visit.read { try $0.open(id) }
      let offered = try await checked(visit, asksVisibility: true)
      let sha256 = try await office.files.keep(offered.bytes)
      return try await visit.perform { desk in
        _ = try AttachmentRecords.add(desk, desk.open(id), offered, sha256: sha256)
        return "/cases/\(id)#attachments"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }

  /// A file that came along with another form, checked and kept; nothing when none was chosen. Its row is the caller's to write.
  static func offered(_ visit: Visit) async throws -> (input: AttachmentInput, sha256: String)? {
    guard visit.form.oversized != nil || visit.form.files.contains(where: { $0.field == "file" }) else { return nil }
    let input = try await checked(visit, asksVisibility: false)
    return (input, try await visit.office.files.keep(input.bytes))
  }

  /// The file as it may be kept. A refusal is audited.
  private static func checked(_ visit: Visit, asksVisibility: Bool) async throws -> AttachmentInput {
    let settings = visit.office.settings
    do {
      let offered = try AttachmentInput(visit.form, limit: settings.uploadBytes, asksVisibility: asksVisibility)
      guard try await visit.office.files.isClean(offered.bytes, scanner: settings.virusScan) else {
        throw FieldErrors([AttachmentInput.unclean])
      }
      return offered
    } catch let errors as FieldErrors {
      return try await visit.write { desk in throw FieldErrors(errors.problems, staff: desk.staff) }
    }
  }
}
