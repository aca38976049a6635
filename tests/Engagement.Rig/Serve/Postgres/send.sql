-- One statement: the day's allowance turns and is debited, the rose is born, its line for the totals is written.
-- $1 me $2 day $3 per-day $4 rose $5 now $6 due $7 to $8 anonymous $9 content $10 reason $11 preset $12 letter $13 addressee $14 text-state $15 written-at $16 week
WITH person AS (
    UPDATE participants SET
        all_lapsed = all_lapsed + CASE WHEN day < $2 THEN granted + restored - sent - bouquets ELSE 0 END,
        all_granted = all_granted + CASE WHEN day < $2 THEN $3 ELSE 0 END,
        all_sent = all_sent + 1,
        granted = CASE WHEN day < $2 THEN $3 ELSE granted END,
        restored = CASE WHEN day < $2 THEN 0 ELSE restored END,
        sent = CASE WHEN day < $2 THEN 1 ELSE sent + 1 END,
        bouquets = CASE WHEN day < $2 THEN 0 ELSE bouquets END,
        day = greatest(day, $2)
    WHERE id = $1 AND closed_at = 0 AND CASE WHEN day < $2 THEN $3 ELSE granted + restored - sent - bouquets END > 0
        AND NOT EXISTS (SELECT FROM roses WHERE id = $4)
    RETURNING granted + restored - sent - bouquets AS remaining
), rose AS (
    INSERT INTO roses (id, sender, born_at, born_day, anonymous, content, remaining, status, holder, offers, offer_at, offer_due, offer_to,
        reason, preset, letter, addressee, text_state, written_at)
    SELECT $4, $1, $5, $2, $8, $9, remaining, 1, $1, 1, $5, $6, $7, $10, $11, $12, $13, $14, $15 FROM person
), delta AS (
    INSERT INTO deltas (kind, day, week, second) SELECT 0, $2, $16, 0 FROM person
)
SELECT remaining FROM person
