-- One direction of a link. The counters are kept in the same transaction as the rows they count.
CREATE TABLE direction (
    id INTEGER PRIMARY KEY,
    link TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    received INTEGER NOT NULL DEFAULT 0,
    delivered INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    parked INTEGER NOT NULL DEFAULT 0,
    dropped INTEGER NOT NULL DEFAULT 0,
    UNIQUE (link, source, target)
);

-- One source conversation in one direction.
CREATE TABLE lane (
    id INTEGER PRIMARY KEY,
    direction_id INTEGER NOT NULL REFERENCES direction (id),
    provider TEXT NOT NULL,
    account TEXT NOT NULL,
    conversation TEXT NOT NULL,
    last_copy_id TEXT,
    UNIQUE (direction_id, provider, account, conversation)
);

-- One revision of one message. The id is its place in the lane: order is the order of intake.
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    direction_id INTEGER NOT NULL REFERENCES direction (id),
    lane_id INTEGER NOT NULL REFERENCES lane (id),
    message_id TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    marker TEXT NOT NULL,
    content TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'skipped', 'parked')),
    attempts INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    target_conversation TEXT,
    target_ids TEXT,
    created_at INTEGER,
    received_at INTEGER NOT NULL,
    first_handed_out_at INTEGER,
    not_found_from INTEGER,
    ended_at INTEGER,
    UNIQUE (lane_id, message_id, revision)
);
CREATE INDEX message_of_direction ON message (direction_id);
CREATE INDEX message_open_in_lane ON message (direction_id, lane_id, id) WHERE state IN ('pending', 'parked');
CREATE INDEX message_open_by_age ON message (direction_id, id) WHERE state = 'pending';
CREATE INDEX message_parked ON message (direction_id, id) WHERE state = 'parked';
CREATE INDEX message_open_by_marker ON message (direction_id, marker) WHERE state IN ('pending', 'parked');

-- Messages that this ledger's links wrote: how the echo firewall knows our own copies.
CREATE TABLE copy (
    link TEXT NOT NULL,
    side TEXT NOT NULL,
    conversation TEXT NOT NULL,
    message_id TEXT NOT NULL,
    row_id INTEGER NOT NULL REFERENCES message (id),
    PRIMARY KEY (link, side, conversation, message_id)
) WITHOUT ROWID;

-- A conversation that exists on two sides of a link, or is being created on the second one.
CREATE TABLE conversation (
    id INTEGER PRIMARY KEY,
    link TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('creating', 'open')),
    generation INTEGER NOT NULL DEFAULT 1,
    not_found_from INTEGER,
    created_at INTEGER NOT NULL
);
CREATE INDEX conversation_creating ON conversation (link) WHERE state = 'creating';

-- The two ends of a mapped conversation; the key makes the mapping unique both ways.
CREATE TABLE conversation_end (
    link TEXT NOT NULL,
    side TEXT NOT NULL,
    conversation TEXT NOT NULL,
    mapping_id INTEGER NOT NULL REFERENCES conversation (id),
    PRIMARY KEY (link, side, conversation)
) WITHOUT ROWID;
CREATE INDEX conversation_end_of_mapping ON conversation_end (mapping_id);

CREATE TABLE cursor (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
