-- One statement: the winner takes the rose, the guard of pair and limit decides whether it counts, the hop and its line for
-- the boards are written. Whoever comes second waits for the row and then finds the offer gone.
-- $1 rose $2 me $3 now $4 day $5 week $6 second $7 secret's offer $8 command $9 receipts-per-day
WITH taken AS (
    UPDATE roses r SET status = 2, came_from = r.holder, holder = $2, hops = r.hops + 1
    FROM participants giver, participants taker
    WHERE r.id = $1 AND r.status = 1 AND giver.id = r.holder AND taker.id = $2 AND taker.closed_at = 0
        AND r.holder <> $2 AND r.offer_due > $3 AND r.came_from IS DISTINCT FROM $2 AND NOT $2 = ANY (giver.blocked)
        AND CASE WHEN r.offer_to IS NULL THEN r.offers = $7 ELSE r.offer_to = $2 END
    RETURNING r.hops, r.offers, r.anonymous, giver.id AS giver, giver.district, giver.community, giver.organisation, giver.company, giver.on_boards
), counted AS (
    INSERT INTO receipts AS seen (day, taker, givers) SELECT $4, $2, ARRAY[giver] FROM taken
    ON CONFLICT (day, taker) DO UPDATE SET givers = seen.givers || excluded.givers
        WHERE cardinality(seen.givers) < $9 AND NOT seen.givers @> excluded.givers
    RETURNING 1
), hop AS (
    INSERT INTO hops (rose, number, command, giver, taker, at, day, second, offer, counted, district, community, organisation, company)
    SELECT $1, hops, $8, giver, $2, $3, $4, $6, offers, EXISTS (SELECT FROM counted), district, community, organisation, company FROM taken
    RETURNING number, counted
), delta AS (
    INSERT INTO deltas (kind, day, week, second, district, community, organisation, company, person)
    SELECT CASE WHEN EXISTS (SELECT FROM counted) THEN 2 ELSE 1 END, $4, $5, $6, district, community, organisation, company,
        CASE WHEN on_boards AND NOT anonymous THEN giver::text END
    FROM taken
)
SELECT number, counted FROM hop
