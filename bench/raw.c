// What SQLite itself costs: the queries of the list and of the case page, with the session lookup and one durable
// audit entry, without any server. Prints CPU milliseconds per round. Built and run by bin/bench.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static sqlite3 *db, *log;

static double cpu_ms(void) {
  struct rusage u;
  getrusage(RUSAGE_SELF, &u);
  return (u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1000.0 + (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1000.0;
}

static sqlite3_stmt *prepare_on(sqlite3 *on, const char *sql) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v3(on, sql, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL) != SQLITE_OK) {
    fprintf(stderr, "%s\n%s\n", sqlite3_errmsg(on), sql);
    exit(1);
  }
  return s;
}

static sqlite3_stmt *prepare(const char *sql) { return prepare_on(db, sql); }

// Steps through a statement, touching every column as a page would.
static long drain(sqlite3_stmt *s) {
  long seen = 0;
  while (sqlite3_step(s) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count(s); i++) {
      const unsigned char *t = sqlite3_column_text(s, i);
      if (t) seen += t[0];
    }
  sqlite3_reset(s);
  return seen;
}

// The number of the newest entry; 0 in an empty log.
static sqlite3_int64 number(sqlite3_stmt *s) {
  sqlite3_int64 found = 0;
  if (sqlite3_step(s) == SQLITE_ROW && sqlite3_column_bytes(s, 1) > 0) found = sqlite3_column_int64(s, 0);
  sqlite3_reset(s);
  return found;
}

static void run(sqlite3_stmt *s) {
  if (sqlite3_step(s) != SQLITE_DONE) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(sqlite3_db_handle(s)));
    exit(1);
  }
  sqlite3_reset(s);
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  int rounds = atoi(argv[2]);
  sqlite3_open(argv[1], &db);
  sqlite3_open(argv[1], &log);
  for (int i = 0; i < 2; i++)
    sqlite3_exec(i ? log : db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=0", 0, 0, 0);
  sqlite3_stmt *begin = prepare("BEGIN"), *commit = prepare("COMMIT");
  sqlite3_stmt *immediate = prepare_on(log, "BEGIN IMMEDIATE"), *durable = prepare_on(log, "COMMIT");
  sqlite3_stmt *session = prepare(
      "SELECT st.id, st.name, st.agency_id, a.name, s.seen_at, (SELECT group_concat(r.role, ' ') FROM staff_role r WHERE r.staff_id = st.id) "
      "FROM session s JOIN staff st ON st.id = s.staff_id JOIN agency a ON a.id = st.agency_id WHERE s.ended_at IS NULL LIMIT 1");
  sqlite3_stmt *list = prepare(
      "SELECT c.id, c.number, c.label, coalesce(r.name_kana, ''), c.stage, coalesce(s.name, ''), c.opened_on, g.touched_at "
      "FROM case_ground g JOIN case_file c ON c.id = g.case_file_id LEFT JOIN resident r ON r.id = c.resident_id "
      "LEFT JOIN staff s ON s.id = c.in_charge WHERE g.agency_id = ?1 AND g.is_open = 1 ORDER BY g.touched_at DESC, g.case_file_id LIMIT 50");
  sqlite3_stmt *ground = prepare(
      "SELECT c.number, g.ground, g.reach, g.since FROM case_ground g JOIN case_file c ON c.id = g.case_file_id "
      "WHERE g.case_file_id = ?1 AND g.agency_id = ?2 AND g.is_open = 1 ORDER BY g.reach DESC, g.since LIMIT 1");
  sqlite3_stmt *notes = prepare(
      "SELECT n.id, n.agency_id, a.name, s.name, n.held_on, n.held_at, n.minutes, n.method, n.counterpart, n.met, n.title, n.facts, "
      "n.opinion, n.next_action, n.next_due, n.visibility, n.recorded_at, later.correction_reason, later.id FROM note n "
      "JOIN agency a ON a.id = n.agency_id JOIN staff s ON s.id = n.staff_id LEFT JOIN note later ON later.replaces = n.id "
      "WHERE n.case_file_id = ?1 AND (n.agency_id = ?2 OR n.visibility = 'team') ORDER BY n.held_on DESC, n.id DESC LIMIT 30");
  sqlite3_stmt *head = prepare(
      "SELECT c.label, c.stage, c.opened_on, a.name, coalesce(s.name, ''), c.pre_consent, r.id, r.name, r.name_kana, r.sex, r.birth, "
      "r.address, r.phone_home, r.phone_mobile FROM case_file c JOIN agency a ON a.id = c.opened_by LEFT JOIN staff s ON s.id = c.in_charge "
      "LEFT JOIN resident r ON r.id = c.resident_id WHERE c.id = ?1");
  sqlite3_stmt *last = prepare_on(log, "SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1");
  sqlite3_stmt *audit = prepare_on(log, 
      "INSERT INTO audit_entry (id, at, staff_id, agency_id, act, outcome, case_file_id, subject, detail, request, remote, previous_hash, hash) "
      "VALUES (?1, 1, 1, 1, 'seeCase', 'done', 1, 'case 1', '', 'raw-1', '127.0.0.1', zeroblob(32), zeroblob(32))");
  long seen = 0;
  for (int kind = 0; kind < 2; kind++) {
    double start = cpu_ms();
    for (int i = 0; i < rounds; i++) {
      int agency = i % 20 + 1, file = agency + 20 * ((i * 37) % 250);
      run(begin);
      seen += drain(session);
      if (kind == 0) {
        sqlite3_bind_int(list, 1, agency);
        seen += drain(list);
      } else {
        sqlite3_bind_int(ground, 1, file), sqlite3_bind_int(ground, 2, agency);
        seen += drain(ground);
        sqlite3_bind_int(head, 1, file);
        seen += drain(head);
        sqlite3_bind_int(notes, 1, file), sqlite3_bind_int(notes, 2, agency);
        seen += drain(notes);
      }
      run(commit);
      // One commit for eight entries, as eight concurrent readers share one.
      if (i % 8 == 0) run(immediate);
      sqlite3_bind_int64(audit, 1, number(last) + 1);
      run(audit);
      if (i % 8 == 7) run(durable);
    }
    printf("%s %.4f\n", kind == 0 ? "list" : "case", (cpu_ms() - start) / rounds);
  }
  return seen == 42;
}
