-- What the product stores, as a PostgreSQL engineer would lay it out. Made once; every statement may be repeated.
-- Half-filled pages keep an update on its page (HOT): no index of people or roses is touched by a send or a claim.

CREATE TABLE IF NOT EXISTS participants (
    id uuid PRIMARY KEY, since bigint NOT NULL, closed_at bigint NOT NULL DEFAULT 0, consent int NOT NULL, salt bytea NOT NULL,
    district text, community text, organisation text, company text,
    on_boards boolean NOT NULL DEFAULT false, blocked uuid[] NOT NULL DEFAULT '{}',
    day int NOT NULL DEFAULT 0, granted int NOT NULL DEFAULT 0, restored int NOT NULL DEFAULT 0, sent int NOT NULL DEFAULT 0, bouquets int NOT NULL DEFAULT 0,
    all_granted bigint NOT NULL DEFAULT 0, all_restored bigint NOT NULL DEFAULT 0, all_sent bigint NOT NULL DEFAULT 0,
    all_bouquets bigint NOT NULL DEFAULT 0, all_lapsed bigint NOT NULL DEFAULT 0,
    budget_in bigint NOT NULL DEFAULT 0, budget_out bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

-- A rose's id is derived from its sender and their command, so its key is also the key of idempotency: content and
-- remaining are what a repeated send is compared with and answered. The letter of the latest offer stays here.
CREATE TABLE IF NOT EXISTS roses (
    id uuid PRIMARY KEY, sender uuid NOT NULL, born_at bigint NOT NULL, born_day int NOT NULL, anonymous boolean NOT NULL,
    content bigint NOT NULL, remaining smallint NOT NULL, bouquet uuid,
    status smallint NOT NULL, holder uuid NOT NULL, came_from uuid, hops int NOT NULL DEFAULT 0,
    offers int NOT NULL, offer_at bigint NOT NULL, offer_due bigint NOT NULL, offer_to uuid,
    reason text NOT NULL, preset text NOT NULL, letter bytea, addressee bytea, text_state smallint NOT NULL, written_at bigint NOT NULL
) WITH (fillfactor = 50);
CREATE INDEX IF NOT EXISTS roses_sent ON roses (sender, born_at);            -- the box of roses sent
CREATE INDEX IF NOT EXISTS roses_offered ON roses USING brin (offer_at);     -- the agenda: open offers grow old in the order of their birth

-- The box of roses held is the box of those received whose rose is still with its taker.
CREATE TABLE IF NOT EXISTS hops (
    rose uuid NOT NULL, number int NOT NULL, command uuid NOT NULL, giver uuid NOT NULL, taker uuid NOT NULL,
    at bigint NOT NULL, day int NOT NULL, second int NOT NULL, offer int NOT NULL, counted boolean NOT NULL,
    district text, community text, organisation text, company text, PRIMARY KEY (rose, number)
);
CREATE INDEX IF NOT EXISTS hops_received ON hops (taker, at);
CREATE INDEX IF NOT EXISTS hops_latest ON hops USING brin (at);

-- The guard of pairs and the limit of counted receipts in one row, so that one upsert decides both exactly.
CREATE TABLE IF NOT EXISTS receipts (day int NOT NULL, taker uuid NOT NULL, givers uuid[] NOT NULL, PRIMARY KEY (day, taker)) WITH (fillfactor = 50);

-- No command touches a hot row: each adds one line here in its own transaction, and rollup.sql moves lines into counters
-- and boards, deleting and adding in one statement. A board is what it shows plus the lines that wait: exact at any moment.
CREATE TABLE IF NOT EXISTS deltas (
    kind smallint NOT NULL, day int NOT NULL, week int NOT NULL, second int NOT NULL,
    district text, community text, organisation text, company text, person text
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
CREATE TABLE IF NOT EXISTS counters (name text, field text, n bigint NOT NULL, PRIMARY KEY (name, field)) WITH (fillfactor = 50);
CREATE TABLE IF NOT EXISTS boards (board text, period text, member text, n bigint NOT NULL, second int NOT NULL, PRIMARY KEY (board, period, member))
    WITH (fillfactor = 50);
CREATE INDEX IF NOT EXISTS boards_top ON boards (board, period, n DESC, second);

CREATE TABLE IF NOT EXISTS bouquets (
    id uuid PRIMARY KEY, sender uuid NOT NULL, at bigint NOT NULL, due bigint NOT NULL, roses int NOT NULL, shares int NOT NULL,
    content bigint NOT NULL, reason text NOT NULL, preset text NOT NULL
);
-- Shares are laid out when the bouquet is given; whoever comes takes the first one that nobody else is taking.
CREATE TABLE IF NOT EXISTS shares (
    bouquet uuid NOT NULL, number int NOT NULL, roses int NOT NULL, taker uuid, at bigint, command uuid, PRIMARY KEY (bouquet, number)
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX IF NOT EXISTS shares_one_each ON shares (bouquet, taker) WHERE taker IS NOT NULL;
CREATE INDEX IF NOT EXISTS shares_free ON shares (bouquet, number) WHERE taker IS NULL;
