import Casework

/// Japanese for where a transfer stands and what became of it.
enum TransferWording {
  static func state(_ transfer: Transfer, today: CivilDate) -> String {
    transfer.isDue(today) ? "実施待ち" : transfer.state.label
  }

  static func matter(_ line: TransferOutcomeLine) -> String {
    switch line.matter {
    case .rights: "職員の権利"
    case .charge: DeskMatter.charge.label
    case .task: DeskMatter.task.label
    case .coordination: DeskMatter.coordination.label
    case .draft: "破棄された書きかけ \(line.target)件"
    }
  }
}
