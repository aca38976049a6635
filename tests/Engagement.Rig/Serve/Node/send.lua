-- A rose is given: repeat, allowance, person, rose, box, totals, agenda in one script, as the product's commit has it.
-- KEYS: person, rose, sent box, totals, sent by day, agenda
-- ARGV: now, day, allowance, content, rose id, sender, due, to, reason, preset, anonymous
local born = redis.call('HMGET', KEYS[2], 'content', 'remaining', 'at')
if born[1] then
  if born[1] ~= ARGV[4] then return { 'CommandReused' } end
  return { 'Done', born[2], born[3] }
end
local person = redis.call('HMGET', KEYS[1], 'since', 'day', 'sent')
if not person[1] then return { 'SignInRequired' } end
local sent = person[2] == ARGV[2] and tonumber(person[3]) or 0
local perDay = tonumber(ARGV[3])
if sent >= perDay then return { 'AllowanceUsed' } end
local remaining = perDay - sent - 1
redis.call('HSET', KEYS[1], 'day', ARGV[2], 'sent', sent + 1)
redis.call('HSET', KEYS[2], 'sender', ARGV[6], 'at', ARGV[1], 'day', ARGV[2], 'content', ARGV[4], 'remaining', remaining, 'status', 1, 'holder', ARGV[6],
  'hops', 0, 'offers', 1, 'due', ARGV[7], 'to', ARGV[8], 'reason', ARGV[9], 'preset', ARGV[10], 'anonymous', ARGV[11])
redis.call('ZADD', KEYS[3], ARGV[1], ARGV[5])
redis.call('HINCRBY', KEYS[4], 'sent', 1)
redis.call('HINCRBY', KEYS[5], ARGV[2], 1)
redis.call('ZADD', KEYS[6], ARGV[7], ARGV[5])
return { 'Done', tostring(remaining), ARGV[1] }
