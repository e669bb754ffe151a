-- wrk -s requests.lua URL -- PATHS TOKENS BODIES: sends the paths in turn, each with the next token; with bodies, as POST.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local function lines(path)
  local all = {}
  for line in io.lines(path) do all[#all + 1] = line end
  return all
end

local ready, paths, tokens, bodies, at, run = {}, nil, nil, nil, 0, 0

local function headers(k)
  local token = tokens[(k - 1) % #tokens + 1]
  return token and { Authorization = "Bearer " .. token } or {}
end

function init(args)
  paths, tokens, bodies = lines(args[1]), lines(args[2]), lines(args[3])
  run = os.time() * 100 + number
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
  local e = summary.errors
  io.write(string.format(
    'RESULT {"requests":%d,"failures":%d,"seconds":%.3f,"p50":%.3f,"p99":%.3f,"bytes":%d}\n',
    summary.requests, e.connect + e.read + e.write + e.status + e.timeout, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.bytes))
end
