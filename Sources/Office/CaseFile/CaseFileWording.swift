import Casework

/// Japanese for where a case stands in 包括的相談支援.
enum CaseFileWording {
  static func label(_ stage: ConsultationStage) -> String { stage.label }
}
