import Store

/// The numbered changes that make the database (「スキーマ」). A released script is never edited; a change is a new file.
public enum Schema {
  /// In the order in which they are applied.
  public static let migrations: [Migration] = [
    office001, people002, casework003, referral004, audit005, coordination006, consent007, plan008, meeting009,
    protection010, guest011, proof012, records013, doors014, transfer015, drawing016, preparation017, finding018,
    noted019,
  ]
}
