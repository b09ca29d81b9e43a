// What SQLite itself costs: the queries of the list and of the case page, with the session lookup and one durable
// audit entry. Built and run by bin/bench.
//   raw DATABASE ROUNDS       without any server; prints CPU milliseconds per round
//   raw DATABASE serve PORT   as a bare server: /cases and /cases/N answer with the columns as they are, under the same load as ours
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *db, *log;
static sqlite3_stmt *begin, *commit, *immediate, *durable, *session, *list, *ground, *notes, *head, *last, *audit;

// The answer that is being made; every column goes into it.
static char page[1 << 18];
static size_t filled;

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

// Steps through a statement and copies every column, as a page would.
static void drain(sqlite3_stmt *s) {
  while (sqlite3_step(s) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count(s); i++) {
      const unsigned char *t = sqlite3_column_text(s, i);
      size_t n = t ? (size_t)sqlite3_column_bytes(s, i) : 0;
      if (n && filled + n < sizeof page) memcpy(page + filled, t, n), filled += n;
    }
  sqlite3_reset(s);
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

// Prepares the statements on two connections, one to read and one for the log.
static void open_database(const char *path) {
  sqlite3_open(path, &db);
  sqlite3_open(path, &log);
  for (int i = 0; i < 2; i++)
    sqlite3_exec(i ? log : db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=0", 0, 0, 0);
  begin = prepare("BEGIN"), commit = prepare("COMMIT");
  immediate = prepare_on(log, "BEGIN IMMEDIATE"), durable = prepare_on(log, "COMMIT");
  session = prepare(
      "SELECT st.id, st.name, st.agency_id, a.name, s.seen_at, (SELECT group_concat(r.role, ' ') FROM staff_role r WHERE r.staff_id = st.id) "
      "FROM session s JOIN staff st ON st.id = s.staff_id JOIN agency a ON a.id = st.agency_id WHERE s.ended_at IS NULL LIMIT 1");
  list = prepare(
      "SELECT c.id, c.number, c.label, coalesce(r.name_kana, ''), c.stage, coalesce(s.name, ''), c.opened_on, g.touched_at "
      "FROM case_ground g JOIN case_file c ON c.id = g.case_file_id LEFT JOIN resident r ON r.id = c.resident_id "
      "LEFT JOIN staff s ON s.id = c.in_charge WHERE g.agency_id = ?1 AND g.is_open = 1 AND g.is_first = 1 ORDER BY g.touched_at DESC, g.case_file_id LIMIT 50");
  ground = prepare(
      "SELECT c.number, g.ground, g.reach, g.since FROM case_ground g JOIN case_file c ON c.id = g.case_file_id "
      "WHERE g.case_file_id = ?1 AND g.agency_id = ?2 AND g.is_open = 1 ORDER BY g.reach DESC, g.since LIMIT 1");
  notes = prepare(
      "SELECT n.id, n.agency_id, a.name, s.name, n.held_on, n.held_at, n.minutes, n.method, n.counterpart, n.met, n.title, n.facts, "
      "n.opinion, n.next_action, n.next_due, n.visibility, n.recorded_at, later.correction_reason, later.id FROM note n "
      "JOIN agency a ON a.id = n.agency_id JOIN staff s ON s.id = n.staff_id LEFT JOIN note later ON later.replaces = n.id "
      "WHERE n.case_file_id = ?1 AND (n.agency_id = ?2 OR n.visibility = 'team') ORDER BY n.held_on DESC, n.id DESC LIMIT 30");
  head = prepare(
      "SELECT c.label, c.stage, c.opened_on, a.name, coalesce(s.name, ''), c.pre_consent, r.id, r.name, r.name_kana, r.sex, r.birth, "
      "r.address, r.phone_home, r.phone_mobile FROM case_file c JOIN agency a ON a.id = c.opened_by LEFT JOIN staff s ON s.id = c.in_charge "
      "LEFT JOIN resident r ON r.id = c.resident_id WHERE c.id = ?1");
  last = prepare_on(log, "SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1");
  audit = prepare_on(log, 
      "INSERT INTO audit_entry (id, at, staff_id, agency_id, act, outcome, case_file_id, subject, detail, request, remote, previous_hash, hash) "
      "VALUES (?1, 1, 1, 1, 'seeCase', 'done', 1, 'case 1', '', 'raw-1', '127.0.0.1', zeroblob(32), zeroblob(32))");
}

// What one request reads: file 0 is the list. Its audit entry is written, and durable with the next COMMIT of the log.
static void answer(int agency, int file) {
  filled = 0;
  run(begin);
  drain(session);
  if (file == 0) {
    sqlite3_bind_int(list, 1, agency);
    drain(list);
  } else {
    sqlite3_bind_int(ground, 1, file), sqlite3_bind_int(ground, 2, agency);
    drain(ground);
    sqlite3_bind_int(head, 1, file);
    drain(head);
    sqlite3_bind_int(notes, 1, file), sqlite3_bind_int(notes, 2, agency);
    drain(notes);
  }
  run(commit);
  sqlite3_bind_int64(audit, 1, number(last) + 1);
  run(audit);
}

static void measure(int rounds) {
  for (int kind = 0; kind < 2; kind++) {
    double start = cpu_ms();
    for (int i = 0; i < rounds; i++) {
      int agency = i % 20 + 1;
      // One commit for eight entries, as eight concurrent readers share one.
      if (i % 8 == 0) run(immediate);
      answer(agency, kind == 0 ? 0 : agency + 20 * ((i * 37) % 250));
      if (i % 8 == 7) run(durable);
    }
    printf("%s %.4f\n", kind == 0 ? "list" : "case", (cpu_ms() - start) / rounds);
  }
}

static void watch(int poll, int socket) {
  struct epoll_event event = {.events = EPOLLIN, .data.fd = socket};
  epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event);
}

// Reads one request; gives the number of the case, 0 for the list, -1 when the other side has gone.
static int asked(int socket) {
  static char request[1 << 14];
  ssize_t n = read(socket, request, sizeof request - 1);
  if (n <= 0) return -1;
  request[n] = 0;
  const char *path = strstr(request, "/cases/");
  return path ? atoi(path + 7) : 0;
}

// All requests that are there at once share one COMMIT; then all are answered.
static void serve(int port) {
  int door = socket(AF_INET, SOCK_STREAM, 0), one = 1, poll = epoll_create1(0), turn = 0;
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(door, (struct sockaddr *)&here, sizeof here) || listen(door, 128)) exit(1);
  watch(poll, door);
  static char answers[64][1 << 17];
  for (;;) {
    struct epoll_event events[64];
    int n = epoll_wait(poll, events, 64, -1), waiting[64], count = 0;
    size_t sizes[64];
    for (int i = 0; i < n; i++) {
      int socket = events[i].data.fd;
      if (socket == door) {
        int guest = accept(door, 0, 0);
        setsockopt(guest, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        watch(poll, guest);
        continue;
      }
      int file = asked(socket);
      if (file < 0) {
        close(socket);
        continue;
      }
      if (count == 0) run(immediate);
      answer(file > 0 ? (file - 1) % 20 + 1 : turn++ % 20 + 1, file);
      if (filled > sizeof answers[0] - 256) filled = sizeof answers[0] - 256;
      int start = sprintf(answers[count], "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %zu\r\n\r\n", filled);
      memcpy(answers[count] + start, page, filled);
      sizes[count] = start + filled;
      waiting[count++] = socket;
    }
    if (count > 0) run(durable);
    for (int i = 0; i < count; i++)
      if (write(waiting[i], answers[i], sizes[i]) < 0) close(waiting[i]);
  }
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  open_database(argv[1]);
  if (argc == 4 && !strcmp(argv[2], "serve")) serve(atoi(argv[3]));
  measure(atoi(argv[2]));
  return 0;
}
