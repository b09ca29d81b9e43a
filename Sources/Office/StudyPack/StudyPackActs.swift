import Casework

extension WritingDesk {
  /// 「資料をつくる」 Without names from the first moment on; nothing is printed before somebody has looked it through.
  package func makeStudyPack(of id: CaseFileID) throws -> StudyPackID {
    let file = try open(id)
    guard file.reach == .team else { throw denied("study pack of case \(id)") }
    var making = try StudyPackMaking(self, file, shiftedBy: StudyPackMaking.days(from: Hex.fresh()))
    return try StudyPackRecords.make(self, file, try making.pack())
  }

  func changeStudyPack(_ id: StudyPackID) throws {
    let opened = try StudyPackQueries.open(self, id)
    let input = try StudyPackInput(visit.form, opened.pack, by: staff)
    try StudyPackRecords.change(self, id, input.pack, from: input.version)
  }

  /// 「確かめた」 A person answers for it. Known names that still stand in it are refused once, with what they are.
  func confirmStudyPack(_ id: StudyPackID) throws {
    let opened = try StudyPackQueries.open(self, id)
    let input = try StudyPackInput(visit.form, opened.pack, by: staff)
    var problems: [FieldProblem] = []
    if !visit.form.isOn("looked") { problems.append(FieldProblem("looked", "本文と図を読んで確かめてから、印をつけてください。")) }
    let rules = try StudyPackRules.all(self, opened.file, try FamilyQueries.family(self, opened.file))
    let known = Anonymisation(rules, shiftedBy: 0).known(in: input.pack.words)
    if !known.isEmpty, !visit.form.isOn("harmless") {
      let words = Set(known).sorted().map { "「\($0)」" }.joined()
      problems.append(FieldProblem("harmless", "記録にある名前などと同じことばが残っています：\(words)。直すか、この事例の人や場所のことでなければ印をつけてください。"))
    }
    guard problems.isEmpty else { throw FieldErrors(problems, staff: staff) }
    try StudyPackRecords.confirm(self, id, input.pack, from: input.version)
  }
}
