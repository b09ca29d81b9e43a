import Casework

extension WritingDesk {
  /// 「見本の人事異動」 A whole plan for one person, by the records that the screens use.
  @_spi(SampleTown)
  public func rehearseTransfer(on day: CivilDate, moving staff: StaffID, to agency: AgencyID, template: String, successor: StaffID) throws {
    let opened = try openTransfer(try TransferRecords.plan(self, on: day))
    let entry = MoverRecords.Entry(
      staff: staff, kind: .moves, from: self.staff.agencyID, to: agency,
      template: try roleTemplates().first { $0.key == template })
    try MoverRecords.add(self, opened, entry, isConfirmed: false)
    guard let mover = try TransferQueries.movers(self, opened).first else { throw denied("mover of transfer \(opened.id)") }
    let form = Fields([("successor", "\(successor)"), ("version", "\(mover.version)")])
    _ = try MoverRecords.choose(self, mover, try SuccessorInput(form, mover, by: self.staff))
  }
}
