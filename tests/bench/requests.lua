-- wrk -s requests.lua URL -- PATHS TOKENS BODIES [statuses]: sends the paths in turn, each with the next token; with
-- bodies, as POST; with statuses, tells how many were turned away in good order (429 or 503 with Retry-After).
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

local function lines(path)
  local all = {}
  for line in io.lines(path) do all[#all + 1] = line end
  return all
end

local ready, paths, tokens, bodies, at, run = {}, nil, nil, nil, 0, 0
turned, broken = 0, 0

local function count(status, headers)
  if (status == 429 or status == 503) and (headers["Retry-After"] or headers["retry-after"]) then
    turned = turned + 1
  elseif status >= 400 then
    broken = broken + 1
  end
end

local function headers(k)
  local token = tokens[(k - 1) % #tokens + 1]
  return token and { Authorization = "Bearer " .. token } or {}
end

function init(args)
  paths, tokens, bodies = lines(args[1]), lines(args[2]), lines(args[3])
  run = os.time() * 100 + number
  if args[4] == "statuses" then response = count end
  if #bodies == 0 then
    for k = 1, math.max(#paths, #tokens) do
      ready[k] = wrk.format("GET", paths[(k - 1) % #paths + 1], headers(k))
    end
  end
  at = number * 499
end

function request()
  at = at + 1
  if #bodies == 0 then return ready[(at - 1) % #ready + 1] end
  local with = headers(at)
  with["Content-Type"] = "application/json"
  with["Idempotency-Key"] = "bench-" .. run .. "-" .. at
  return wrk.format("POST", paths[(at - 1) % #paths + 1], with, bodies[(at - 1) % #bodies + 1])
end

function done(summary, latency)
  local e, away, bad = summary.errors, 0, 0
  for _, thread in ipairs(threads) do
    away, bad = away + thread:get("turned"), bad + thread:get("broken")
  end
  io.write(string.format(
    'RESULT {"requests":%d,"failures":%d,"turned":%d,"broken":%d,"cut":%d,"seconds":%.3f,"p50":%.3f,"p99":%.3f,"bytes":%d}\n',
    summary.requests, e.connect + e.read + e.write + e.status + e.timeout, away, bad,
    e.connect + e.read + e.write + e.timeout, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.bytes))
end
