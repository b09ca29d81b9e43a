import Casework
import Hummingbird

/// 会議資料一式: ordered, made apart from any request, taken.
enum PackRoutes {
  static func add(to doors: Doors) {
    doors.page("/meetings/:id/pack", .buildPack) { visit in
      let id: MeetingID = try visit.id("id")
      return try await visit.read { desk in
        try desk.ownMeeting(id).isPledgeDue ? .redirect("/meetings/\(id)") : .page(try page(desk, id, FormView()).html)
      }
    }
    doors.act("/meetings/:id/pack", .buildPack) { visit in
      let id: MeetingID = try visit.id("id")
      do {
        let answer = try await visit.perform { desk in
          try desk.orderPacks(id, desk.visit.form)
          return "/meetings/\(id)/pack"
        }
        visit.office.packBell.ring()
        return answer
      } catch let errors as FieldErrors {
        return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
      }
    }
    doors.act("/meetings/:id/pack/:pack/cancellation", .buildPack) { visit in
      let id: MeetingID = try visit.id("id")
      let pack: MeetingPackID = try visit.id("pack")
      return try await visit.perform { desk in
        try desk.cancelPack(id, pack)
        return "/meetings/\(id)/pack"
      }
    }
    doors.page("/meetings/:id/pack/:pack/file", .buildPack) { visit in
      let id: MeetingID = try visit.id("id")
      let number: MeetingPackID = try visit.id("pack")
      let pack = try await visit.read { desk in
        let meeting = try desk.ownMeeting(id)
        try desk.checkPledge(meeting)
        let items = try desk.items(of: meeting)
        let pack = try desk.openPack(meeting, number)
        guard desk.mayTake(pack, items) else { throw desk.denied("file of pack \(number)") }
        return (number: meeting.number, line: pack)
      }
      let name = "会議資料一式 \(pack.number) \(pack.line.copyWords).pdf"
      return .download(
        Answer.Download(name: name, type: "application/pdf", bytes: try await visit.office.files.bytes(pack.line.sha256), inline: true))
    }
  }

  private static func page(_ desk: Desk, _ id: MeetingID, _ form: FormView) throws -> PackPage {
    let meeting = try desk.ownMeeting(id)
    let items = meeting.isPledgeDue ? [] : try desk.items(of: meeting)
    return PackPage(
      chrome: desk.chrome, meeting: meeting, items: items, recipients: try PackQueries.recipients(desk, meeting),
      packs: try PackQueries.lines(desk, meeting).map { ($0, desk.mayTake($0, items)) }, form: form)
  }
}
