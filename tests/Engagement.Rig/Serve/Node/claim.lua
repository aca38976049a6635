-- A rose is taken: holder, hop, boxes, guard of the pair, limit of receipts, boards, totals, feed, agenda in one script.
-- KEYS: rose, taker, totals, claimed by day, agenda, guard of the day's pairs, receipts of the day, received box, held box, feed
-- ARGV: now, day, week, rose id, taker, the secret is right (1 or 0), command, receipts a day, prefix of all keys
local rose = redis.call('HMGET', KEYS[1], 'sender', 'status', 'holder', 'to', 'hops', 'due', 'command', 'taker', 'counted', 'giver')
if not rose[1] then return { 'NotFound' } end
local status, holder, to, right = rose[2], rose[3], rose[4], ARGV[6] == '1'
if rose[7] == ARGV[7] and rose[8] == ARGV[5] then return { 'Done', rose[5], rose[9] } end
if not right and (to == '' or to ~= ARGV[5]) then return { 'NotFound' } end
if status ~= '1' then return { 'AlreadyClaimed' } end
if to ~= '' and to ~= ARGV[5] then return { 'NotForYou' } end
if holder == ARGV[5] then return { 'OwnRose' } end
if redis.call('EXISTS', KEYS[2]) == 0 then return { 'SignInRequired' } end
if tonumber(rose[6]) <= tonumber(ARGV[1]) then return { 'Expired' } end
local hop, counted = tonumber(rose[5]) + 1, 0
if redis.call('HSETNX', KEYS[6], holder .. ARGV[5], ARGV[4]) == 1 then
  if redis.call('HINCRBY', KEYS[7], ARGV[5], 1) > tonumber(ARGV[8]) then
    redis.call('HINCRBY', KEYS[7], ARGV[5], -1)
    redis.call('HDEL', KEYS[6], holder .. ARGV[5])
  else
    counted = 1
  end
end
if counted == 1 then
  local units = redis.call('HMGET', ARGV[9] .. 'person:' .. holder, 'organisation', 'company')
  for i, board in ipairs({ 'organisation', 'company' }) do
    if units[i] and units[i] ~= '' then
      for _, period in ipairs({ 'all', 'w' .. ARGV[3], 'd' .. ARGV[2] }) do
        redis.call('ZINCRBY', ARGV[9] .. 'board:' .. board .. ':' .. period, 1, units[i])
      end
    end
  end
end
redis.call('HSET', KEYS[1], 'status', 2, 'holder', ARGV[5], 'giver', holder, 'hops', hop, 'command', ARGV[7], 'taker', ARGV[5], 'counted', counted, 'taken', ARGV[1])
redis.call('ZADD', KEYS[8], ARGV[1], ARGV[4])
redis.call('ZADD', KEYS[9], ARGV[1], ARGV[4])
redis.call('HINCRBY', KEYS[3], 'claimed', 1)
redis.call('HINCRBY', KEYS[4], ARGV[2], 1)
redis.call('ZREM', KEYS[5], ARGV[4])
redis.call('LPUSH', KEYS[10], ARGV[4])
redis.call('LTRIM', KEYS[10], 0, 99)
return { 'Done', tostring(hop), tostring(counted) }
