import Casework

/// What the invented staff of the sample town do at a 支援会議, through the same acts as real staff (「見本のまちの支援会議」).
@_spi(SampleTown)
extension WritingDesk {
  /// What is to be settled about an item and who is called for it.
  public func rehearseItem(_ meeting: MeetingID, _ item: MeetingItemID, _ form: Fields) throws { try prepareItem(meeting, item, form) }

  /// A text on the table.
  public func rehearsePaper(_ meeting: MeetingID, _ item: MeetingItemID, _ form: Fields) throws { _ = try tablePaper(meeting, item, form) }

  /// Somebody from outside, called for one item, who answered by telephone.
  public func rehearseGuest(_ meeting: MeetingID, _ item: MeetingItemID, name: String, position: String, words: String) throws {
    let opened = try openMeetingItem(try ownMeeting(meeting), item)
    let member = try MeetingRecords.call(self, meeting, agency: nil, name: name, position: position, seesAll: false)
    try MeetingRecords.call(self, member, to: [opened])
    try recordGuest(meeting, member, Fields([("way", "phone"), ("reply", "comes"), ("words_\(item)", words)]))
  }
}
