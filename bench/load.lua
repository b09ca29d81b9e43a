-- One signed-in browser per request, taken in turn from the city's sessions.
-- BENCH_WHAT names the page; BENCH_SESSIONS the file with "cookie form-token agency" lines.
local sessions = {}
for line in io.lines(os.getenv("BENCH_SESSIONS")) do
  local cookie, token, agency = line:match("^(%S+) (%S+) (%d+)")
  sessions[#sessions + 1] = { cookie = cookie, token = token, agency = tonumber(agency) }
end
local what = os.getenv("BENCH_WHAT")
local agencies, files = 20, 5000
local turn, failures = 0, 0
local surnames = { "%E4%BD%90%E8%97%A4", "%E5%B1%B1%E5%8F%A3", "%E6%9E%97%E7%B4%94", "%E6%B8%85%E6%B0%B4" }

local function encode(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end
local facts = encode(("本人を訪問し、玄関先で話を聞いた。夜眠れないことと家賃の滞納を心配されていた。民生委員の紹介でサロンの話をすると、少し前向きな様子だった。"):rep(3))

local function nextSession()
  turn = turn + 1
  return sessions[(turn * 7) % #sessions + 1]
end
local function caseOf(session) -- a case that the session's agency holds
  return session.agency + agencies * math.random(0, files / agencies - 1)
end

function init() math.randomseed(20261121) end

function request()
  local session = nextSession()
  local headers = { ["Cookie"] = "tsunagi=" .. session.cookie }
  if what == "list" then return wrk.format("GET", "/cases", headers) end
  if what == "case" then return wrk.format("GET", "/cases/" .. caseOf(session), headers) end
  if what == "surname" then return wrk.format("GET", "/search?q=" .. encode("佐藤"), headers) end
  if what == "phrase" then return wrk.format("GET", "/search?q=" .. encode("家賃の滞"), headers) end
  if what == "hello" then return wrk.format("GET", "/health", headers) end
  headers["Content-Type"] = "application/x-www-form-urlencoded"
  local body = "csrf=" .. session.token .. "&held_on=2026-11-01&method=01&counterpart=person&visibility=team&title=" .. encode("訪問") ..
    "&facts=" .. facts .. "&submission=" .. turn .. "x" .. math.random(1, 2000000000)
  return wrk.format("POST", "/cases/" .. caseOf(session) .. "/notes", headers, body)
end

-- A page that only sends to the sign-in (an old city, whose sessions have gone idle) is a failure, and would be a fast one. Looked at in a
-- run of its own (BENCH_CHECK): wrk then hands every page over to Lua, on the cores that the server is measured on.
wrong = 0
local right = what == "note" and 303 or 200
if os.getenv("BENCH_CHECK") then
  function response(status) if status ~= right and status < 400 then wrong = wrong + 1 end end
end

local threads = {}
function setup(thread) table.insert(threads, thread) end

function done(summary, latency)
  local turnedAway = 0
  for _, thread in ipairs(threads) do turnedAway = turnedAway + thread:get("wrong") end
  io.write(string.format("RESULT %d %.3f %.3f %.3f %d\n", summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    turnedAway + summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
