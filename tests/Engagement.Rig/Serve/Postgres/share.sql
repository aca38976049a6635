-- One statement: the first share that nobody is taking, its roses born in the winner's hands, one hop each. The answer also
-- says why there was none: my share of before, no share left that is not committed as taken, no open account.
-- $1 bouquet $2 me $3 now $4 day $5 week $6 second $7 command $8 rose ids, as many as a share may have $9 receipts-per-day
WITH free AS (
    SELECT s.number FROM shares s, participants taker
    WHERE s.bouquet = $1 AND s.taker IS NULL AND taker.id = $2 AND taker.closed_at = 0
        AND NOT EXISTS (SELECT FROM shares mine WHERE mine.bouquet = $1 AND mine.taker = $2)
    ORDER BY s.number LIMIT 1 FOR UPDATE OF s SKIP LOCKED
), won AS (
    UPDATE shares s SET taker = $2, at = $3, command = $7 FROM free WHERE s.bouquet = $1 AND s.number = free.number RETURNING s.roses
), given AS (
    SELECT b.sender, b.reason, b.preset, giver.district, giver.community, giver.organisation, giver.company, giver.on_boards, won.roses
    FROM won, bouquets b, participants giver WHERE b.id = $1 AND giver.id = b.sender
), ids AS (
    SELECT id, nth FROM unnest($8::uuid[]) WITH ORDINALITY AS born (id, nth)
), counted AS (
    INSERT INTO receipts AS seen (day, taker, givers) SELECT $4, $2, ARRAY[sender] FROM given
    ON CONFLICT (day, taker) DO UPDATE SET givers = seen.givers || excluded.givers
        WHERE cardinality(seen.givers) < $9 AND NOT seen.givers @> excluded.givers
    RETURNING 1
), born AS (
    INSERT INTO roses (id, sender, born_at, born_day, anonymous, content, remaining, bouquet, status, holder, came_from, hops, offers, offer_at, offer_due,
        reason, preset, text_state, written_at)
    SELECT ids.id, sender, $3, $4, false, 0, 0, $1, 2, $2, sender, 1, 1, $3, $3, reason, preset, 0, 0 FROM given, ids WHERE nth <= given.roses
), hop AS (
    INSERT INTO hops (rose, number, command, giver, taker, at, day, second, offer, counted, district, community, organisation, company)
    SELECT ids.id, 1, $7, sender, $2, $3, $4, $6, 1, nth = 1 AND EXISTS (SELECT FROM counted), district, community, organisation, company
    FROM given, ids WHERE nth <= given.roses
), delta AS (
    INSERT INTO deltas (kind, day, week, second, district, community, organisation, company, person)
    SELECT kind, $4, $5, $6, district, community, organisation, company, CASE WHEN on_boards THEN sender::text END
    FROM given, ids, LATERAL (VALUES (0), (CASE WHEN nth = 1 AND EXISTS (SELECT FROM counted) THEN 2 ELSE 1 END)) AS line (kind)
    WHERE nth <= given.roses
)
SELECT (SELECT roses FROM won), mine.command, mine.roses,
    EXISTS (SELECT FROM shares WHERE bouquet = $1 AND taker IS NULL), EXISTS (SELECT FROM participants WHERE id = $2 AND closed_at = 0)
FROM (VALUES (1)) AS one LEFT JOIN shares mine ON mine.bouquet = $1 AND mine.taker = $2
