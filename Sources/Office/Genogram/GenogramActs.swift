import Casework

/// What is done about a genogram, each with its checks in the same transaction.
extension WritingDesk {
  /// 「聞いたことを記録する」 Only who sees the household may tell of it.
  package func tellFamilyFact(of id: CaseFileID) throws {
    let (file, family, household) = try openFamily(id)
    let input = try FamilyFactInput(visit.form, family, today: today, by: staff)
    try FamilyFactRecords.step(self, household, from: input.version)
    try FamilyFactRecords.tell(self, family, input.fact)
    try CaseFileRecords.touch(self, file.id)
  }

  /// 「取り消す」 What the viewer does not see cannot be taken back either.
  func endFamilyFact(of id: CaseFileID) throws {
    let (file, family, household) = try openFamily(id)
    guard let line = (family.facts + family.ended).first(where: { String($0.id) == visit.form["fact"] }) else {
      throw denied("family fact of case \(id)")
    }
    try FamilyFactRecords.step(self, household, from: Digits.number(visit.form["version"]) ?? 0)
    try FamilyFactRecords.end(self, household, line.id)
    note("family fact \(line.id)")
    try CaseFileRecords.touch(self, file.id)
  }

  /// 「並びを直す」
  func placeFamily(of id: CaseFileID) throws {
    let (_, family, household) = try openFamily(id)
    let rows = FamilyDrawing(family, GenogramChoice(Fields()), today: today).rows
    let input = try PlacesInput(visit.form, family, rows: rows, by: staff)
    try FamilyFactRecords.step(self, household, from: input.version)
    try FamilyFactRecords.place(self, household, input.places)
    note("genogram \(household)")
  }

  /// 「自動の並びに戻す」
  func resetFamilyPlaces(of id: CaseFileID) throws {
    let (_, _, household) = try openFamily(id)
    try FamilyFactRecords.step(self, household, from: Digits.number(visit.form["version"]) ?? 0)
    try FamilyFactRecords.reset(self, household)
    note("genogram \(household)")
  }

  private func openFamily(_ id: CaseFileID) throws -> (OpenedFile, FamilyView, HouseholdID) {
    let file = try open(id)
    let family = try FamilyQueries.family(self, file)
    guard let household = family.household else { throw denied("household of case \(id)") }
    return (file, family, household)
  }
}
