import Casework

/// やること: the list, planning, done, once more.
enum TaskRoutes {
  /// Lines the list shows; what is due first comes first.
  private static let linesShown = 200

  static func add(to doors: Doors) {
    doors.page("/tasks", .seeTasks) { visit in
      let isMine = visit.query["view"] != "section"
      return .page(
        try await visit.read { desk in
          let tasks = try TaskQueries.due(desk, desk.scope, mine: isMine, limit: linesShown + 1)
          return TaskListPage(
            chrome: desk.chrome, today: desk.today, tasks: Array(tasks.prefix(linesShown)), isMine: isMine,
            hasMore: tasks.count > linesShown)
        }.html)
    }
    doors.page("/cases/:id/tasks/new", .planTask) { visit in
      let id: CaseFileID = try visit.id("id")
      return .page(try await visit.read { try page($0, id, FormView(Fields([("staff", String($0.staff.id.number))]))) }.html)
    }
    doors.act("/cases/:id/tasks", .planTask) { visit in try await plan(visit) }
    doors.act("/cases/:id/tasks/:task/completion", .finishTask) { visit in
      let id: CaseFileID = try visit.id("id")
      let task: TaskID = try visit.id("task")
      return try await visit.perform { desk in
        try TaskRecords.finish(desk, desk.open(id), task)
        return back(desk.visit.form["back"], id)
      }
    }
    doors.act("/cases/:id/tasks/:task/reopening", .planTask) { visit in
      let id: CaseFileID = try visit.id("id")
      let task: TaskID = try visit.id("task")
      return try await visit.perform { desk in
        try TaskRecords.reopen(desk, desk.open(id), task)
        return "/cases/\(id)#tasks"
      }
    }
  }

  private static func back(_ list: String, _ id: CaseFileID) -> String {
    switch list {
    case "mine": "/tasks"
    case "section": "/tasks?view=section"
    default: "/cases/\(id)#tasks"
    }
  }

  private static func page(_ desk: Desk, _ id: CaseFileID, _ form: FormView) throws -> TaskPage {
    TaskPage(chrome: desk.chrome, file: try desk.open(id), colleagues: try ColleagueQueries.all(desk), form: form)
  }

  private static func plan(_ visit: Visit) async throws -> Answer {
    let id: CaseFileID = try visit.id("id")
    do {
      return try await visit.perform { desk in
        let file = try desk.open(id)
        let task = try TaskInput(desk.visit.form, today: desk.today).planned(ColleagueQueries.all(desk), by: desk.staff)
        try TaskRecords.add(desk, file, task)
        try CaseFileRecords.touch(desk, id)
        return "/cases/\(id)#tasks"
      }
    } catch let errors as FieldErrors {
      return .invalid(try await visit.read { try page($0, id, FormView(visit.form, problems: errors.problems)) }.html)
    }
  }
}
