-- Commits changes of one or more grains. Each change is all or nothing behind its own checks; a failed one is skipped.
-- Every instant and every value comes from the caller: no TIME, no random, so a replay writes the same.
--
-- KEYS[1] the cell's sequence; then per change: its record, its births, its takes, the keys of its effects, in order.
-- ARGV    per change: K A        how many KEYS and ARGV it has after these two
--                     expected   16 bytes of the version it read, or empty for a record that must not exist
--                     value      the new record, beginning with its own 16 bytes of version
--                     births, then one value each; takes, then one member each; then its effects
-- effects 1 rank member n second  | 2 count field n | 3 index member score | 4 unindex member | 5 append item
--         6 feed id cap           | 7 once member owner max field K A (then what happens only once; K A to skip it)
--         8 undo member owner K A (then what happens only if that owner is stored)
-- Result per change: >= 0, bit i set when the i-th `once` took effect (first 30);
--                    -1 another version is stored, -2 a birth exists, -3 an entry to take is gone.
local call, floor = redis.call, math.floor
local BASE, LAST = 67108864, 67108863   -- a score packs count * 2^26 + (2^26 - 1 - seconds since the campaign began)
local k, a, bits, nth = 1, 1, 0, 0

local ops = {
    ['1'] = function()
        local count, at = 0, 0
        local n, second = tonumber(ARGV[a + 1]), tonumber(ARGV[a + 2])
        local old = call('ZSCORE', KEYS[k], ARGV[a])
        if old then
            old = tonumber(old)
            count = floor(old / BASE)
            at = LAST - (old - count * BASE)
        end
        if n > 0 and second > at then at = second end
        call('ZADD', KEYS[k], (count + n) * BASE + LAST - at, ARGV[a])
        k, a = k + 1, a + 3
    end,
    ['2'] = function() call('HINCRBY', KEYS[k], ARGV[a], ARGV[a + 1]); k, a = k + 1, a + 2 end,
    ['3'] = function() call('ZADD', KEYS[k], ARGV[a + 1], ARGV[a]); k, a = k + 1, a + 2 end,
    ['4'] = function() call('ZREM', KEYS[k], ARGV[a]); k, a = k + 1, a + 1 end,
    ['5'] = function() call('RPUSH', KEYS[k], ARGV[a]); k, a = k + 1, a + 1 end,
    ['6'] = function()
        call('LPUSH', KEYS[k], ARGV[a])
        call('LTRIM', KEYS[k], 0, ARGV[a + 1] - 1)
        k, a = k + 1, a + 2
    end,
    ['7'] = function()
        local guard, limit, max = KEYS[k], KEYS[k + 1], tonumber(ARGV[a + 2])
        local free = max == 0 or tonumber(call('HGET', limit, ARGV[a + 3]) or 0) < max
        if free and call('HSETNX', guard, ARGV[a], ARGV[a + 1]) == 1 then
            if nth < 30 then bits = bits + 2 ^ nth end
            k, a = k + 2, a + 6
        else
            k, a = k + 2 + ARGV[a + 4], a + 6 + ARGV[a + 5]
        end
        nth = nth + 1
    end,
    ['8'] = function()
        if call('HGET', KEYS[k], ARGV[a]) == ARGV[a + 1] then
            call('HDEL', KEYS[k], ARGV[a])
            k, a = k + 1, a + 4
        else
            k, a = k + 1 + ARGV[a + 2], a + 4 + ARGV[a + 3]
        end
    end,
}

-- First pass of a change: every check, no write. Leaves the cursors at its effects.
local function refused()
    if call('GETRANGE', KEYS[k], 0, 15) ~= ARGV[a] then return -1 end
    k, a = k + 1, a + 2
    local births = tonumber(ARGV[a])
    for i = 1, births do
        if call('EXISTS', KEYS[k + i - 1]) == 1 then return -2 end
    end
    k, a = k + births, a + 1 + births
    local takes = tonumber(ARGV[a])
    for i = 1, takes do
        if not call('ZSCORE', KEYS[k + i - 1], ARGV[a + i]) then return -3 end
    end
    k, a = k + takes, a + 1 + takes
    return nil
end

local function write(key, arg)
    call('SET', KEYS[key], ARGV[arg + 1])
    local births = tonumber(ARGV[arg + 2])
    for i = 1, births do call('SET', KEYS[key + i], ARGV[arg + 2 + i]) end
    key, arg = key + births, arg + 3 + births
    for i = 1, tonumber(ARGV[arg]) do call('ZREM', KEYS[key + i], ARGV[arg + i]) end
end

local results = {}
call('INCR', KEYS[1])
k = 2
while a <= #ARGV do
    local key, arg = k, a + 2
    local lastKey, lastArg = k + ARGV[a], a + 2 + ARGV[a + 1]
    a, bits, nth = arg, 0, 0
    local refusal = refused()
    if refusal then
        results[#results + 1] = refusal
    else
        write(key, arg)
        while a < lastArg do
            local op = ARGV[a]
            a = a + 1
            ops[op]()
        end
        results[#results + 1] = bits
    end
    k, a = lastKey, lastArg
end
return results
