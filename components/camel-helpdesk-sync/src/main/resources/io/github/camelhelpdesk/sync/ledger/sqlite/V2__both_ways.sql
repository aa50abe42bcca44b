-- Edits and deletions are rows of their own kind; a row may be held until it is known whether it is our own copy; a parked row
-- may be discarded by a person. A check cannot be changed in place, so the table is made anew, with the one that refers to it.
CREATE TABLE message_2 (
    id INTEGER PRIMARY KEY,
    direction_id INTEGER NOT NULL REFERENCES direction (id),
    lane_id INTEGER NOT NULL REFERENCES lane (id),
    message_id TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT 'message' CHECK (kind IN ('message', 'edit', 'deletion')),
    marker TEXT NOT NULL,
    content TEXT NOT NULL,
    -- Hash of what makes a revision: text, attachments, deleted. NULL in rows of before, which are hashed when it matters.
    digest TEXT,
    -- The provider's stamp of the newest edit, where it has one.
    edited_at INTEGER,
    state TEXT NOT NULL CHECK (state IN ('pending', 'held', 'confirmed', 'skipped', 'parked', 'discarded')),
    attempts INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    target_conversation TEXT,
    target_ids TEXT,
    created_at INTEGER,
    received_at INTEGER NOT NULL,
    first_handed_out_at INTEGER,
    -- The lane's last confirmed copy when the row was first handed out: a look-up need not go back further. Empty when there
    -- was none; NULL in rows of before and in rows that were not handed out.
    after_id TEXT,
    not_found_from INTEGER,
    ended_at INTEGER,
    UNIQUE (lane_id, message_id, revision)
);
INSERT INTO message_2 (id, direction_id, lane_id, message_id, revision, marker, content, state, attempts, failures, reason,
        target_conversation, target_ids, created_at, received_at, first_handed_out_at, not_found_from, ended_at)
    SELECT id, direction_id, lane_id, message_id, revision, marker, content, state, attempts, failures, reason,
        target_conversation, target_ids, created_at, received_at, first_handed_out_at, not_found_from, ended_at FROM message;
CREATE TABLE copy_2 (
    link TEXT NOT NULL,
    side TEXT NOT NULL,
    conversation TEXT NOT NULL,
    message_id TEXT NOT NULL,
    row_id INTEGER NOT NULL REFERENCES message_2 (id),
    -- Its content when it was first read back, and what people have done to it since.
    digest TEXT,
    edited INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER,
    PRIMARY KEY (link, side, conversation, message_id)
) WITHOUT ROWID;
INSERT INTO copy_2 (link, side, conversation, message_id, row_id)
    SELECT link, side, conversation, message_id, row_id FROM copy;
DROP TABLE copy;
DROP TABLE message;
ALTER TABLE message_2 RENAME TO message;
ALTER TABLE copy_2 RENAME TO copy;
CREATE INDEX message_of_direction ON message (direction_id);
CREATE INDEX message_open_in_lane ON message (direction_id, lane_id, id) WHERE state IN ('pending', 'held', 'parked');
CREATE INDEX message_open_by_age ON message (direction_id, id) WHERE state = 'pending';
CREATE INDEX message_parked ON message (direction_id, id) WHERE state = 'parked';
CREATE INDEX message_open_by_marker ON message (direction_id, marker) WHERE state IN ('pending', 'held', 'parked');
CREATE INDEX copy_of_row ON copy (row_id);
-- Where is my message? People know its id, not its conversation.
CREATE INDEX message_by_source_id ON message (message_id);
CREATE INDEX copy_by_id ON copy (message_id);

ALTER TABLE direction ADD COLUMN discarded INTEGER NOT NULL DEFAULT 0;

-- What a conversation has written lately: how a loop is noticed.
CREATE INDEX message_written ON message (direction_id, target_conversation, ended_at) WHERE state = 'confirmed';

-- A conversation that has vanished stays known as an earlier generation: its end is replaced. One end a side is in use.
ALTER TABLE conversation_end ADD COLUMN generation INTEGER NOT NULL DEFAULT 1;
ALTER TABLE conversation_end ADD COLUMN replaced_at INTEGER;
CREATE UNIQUE INDEX conversation_end_in_use ON conversation_end (mapping_id, side) WHERE replaced_at IS NULL;
CREATE INDEX conversation_end_replaced ON conversation_end (link, side, replaced_at) WHERE replaced_at IS NOT NULL;
-- What the conversation that was created last is found by, without its generation.
ALTER TABLE conversation ADD COLUMN key TEXT;
CREATE INDEX conversation_by_key ON conversation (link, key);
-- Lanes up to this one were there before the last creation began, so that none of them can be what it made.
ALTER TABLE conversation ADD COLUMN lanes_before INTEGER NOT NULL DEFAULT 0;

-- What a person has done to a row. Never holds a message's text.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    link TEXT NOT NULL,
    row_id INTEGER REFERENCES message (id),
    action TEXT NOT NULL,
    detail TEXT,
    at INTEGER NOT NULL
);
CREATE INDEX audit_of_row ON audit (row_id);

-- What a list of conversations is made from, so that it reads no messages. The database keeps it, whoever writes the row.
ALTER TABLE lane ADD COLUMN newest_row INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lane ADD COLUMN messages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lane ADD COLUMN contact TEXT;
CREATE INDEX message_of_lane ON message (lane_id);
UPDATE lane SET newest_row = coalesce((SELECT max(m.id) FROM message m WHERE m.lane_id = lane.id), 0),
    messages = (SELECT count(*) FROM message m WHERE m.lane_id = lane.id);
UPDATE lane SET contact = (SELECT CASE WHEN json_valid(m.content) THEN json_extract(m.content, '$.contact.name') END
    FROM message m WHERE m.id = lane.newest_row);
CREATE INDEX lane_by_activity ON lane (direction_id, newest_row);
CREATE INDEX lane_of_conversation ON lane (direction_id, conversation);
CREATE INDEX conversation_end_of_conversation ON conversation_end (link, conversation);
CREATE TRIGGER message_enters_lane AFTER INSERT ON message BEGIN
    UPDATE lane SET newest_row = NEW.id, messages = messages + (NEW.kind = 'message'), contact = coalesce(
        CASE WHEN json_valid(NEW.content) THEN json_extract(NEW.content, '$.contact.name') END, contact)
        WHERE id = NEW.lane_id;
END;
CREATE TRIGGER message_leaves_lane AFTER DELETE ON message BEGIN
    UPDATE lane SET messages = messages - (OLD.kind = 'message') WHERE id = OLD.lane_id;
END;
