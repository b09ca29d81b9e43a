import Casework
import Store

/// The only writer of `plan` and its parts.
enum PlanRecords {}
