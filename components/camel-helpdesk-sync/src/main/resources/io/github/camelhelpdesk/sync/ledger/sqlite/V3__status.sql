-- A conversation is closed or opened again: a row of its own kind, between its messages. A check cannot be changed in place, so
-- the table is made anew, with those that refer to it.
CREATE TABLE message_3 (
    id INTEGER PRIMARY KEY,
    direction_id INTEGER NOT NULL REFERENCES direction (id),
    lane_id INTEGER NOT NULL REFERENCES lane (id),
    message_id TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT 'message' CHECK (kind IN ('message', 'edit', 'deletion', 'status')),
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
INSERT INTO message_3 (id, direction_id, lane_id, message_id, revision, kind, marker, content, digest, edited_at, state, attempts, failures, reason, target_conversation, target_ids, created_at, received_at, first_handed_out_at, after_id, not_found_from, ended_at)
    SELECT id, direction_id, lane_id, message_id, revision, kind, marker, content, digest, edited_at, state, attempts, failures, reason, target_conversation, target_ids, created_at, received_at, first_handed_out_at, after_id, not_found_from, ended_at FROM message;
CREATE TABLE copy_3 (
    link TEXT NOT NULL,
    side TEXT NOT NULL,
    conversation TEXT NOT NULL,
    message_id TEXT NOT NULL,
    row_id INTEGER NOT NULL REFERENCES message_3 (id),
    -- Its content when it was first read back, and what people have done to it since.
    digest TEXT,
    edited INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER,
    PRIMARY KEY (link, side, conversation, message_id)
) WITHOUT ROWID;
INSERT INTO copy_3 (link, side, conversation, message_id, row_id, digest, edited, deleted_at)
    SELECT link, side, conversation, message_id, row_id, digest, edited, deleted_at FROM copy;
CREATE TABLE audit_3 (
    id INTEGER PRIMARY KEY,
    link TEXT NOT NULL,
    row_id INTEGER REFERENCES message_3 (id),
    action TEXT NOT NULL,
    detail TEXT,
    at INTEGER NOT NULL
);
INSERT INTO audit_3 (id, link, row_id, action, detail, at) SELECT id, link, row_id, action, detail, at FROM audit;
DROP TABLE copy;
DROP TABLE audit;
DROP TABLE message;
ALTER TABLE message_3 RENAME TO message;
ALTER TABLE copy_3 RENAME TO copy;
ALTER TABLE audit_3 RENAME TO audit;
CREATE INDEX message_of_direction ON message (direction_id);
CREATE INDEX message_open_in_lane ON message (direction_id, lane_id, id) WHERE state IN ('pending', 'held', 'parked');
CREATE INDEX message_open_by_age ON message (direction_id, id) WHERE state = 'pending';
CREATE INDEX message_parked ON message (direction_id, id) WHERE state = 'parked';
CREATE INDEX message_open_by_marker ON message (direction_id, marker) WHERE state IN ('pending', 'held', 'parked');
CREATE INDEX copy_of_row ON copy (row_id);
-- Where is my message? People know its id, not its conversation.
CREATE INDEX message_by_source_id ON message (message_id);
CREATE INDEX copy_by_id ON copy (message_id);
CREATE INDEX message_written ON message (direction_id, target_conversation, ended_at) WHERE state = 'confirmed';
CREATE INDEX message_of_lane ON message (lane_id);
CREATE INDEX audit_of_row ON audit (row_id);
CREATE TRIGGER message_enters_lane AFTER INSERT ON message BEGIN
    UPDATE lane SET newest_row = NEW.id, messages = messages + (NEW.kind = 'message'), contact = coalesce(
        CASE WHEN json_valid(NEW.content) THEN json_extract(NEW.content, '$.contact.name') END, contact)
        WHERE id = NEW.lane_id;
END;
CREATE TRIGGER message_leaves_lane AFTER DELETE ON message BEGIN
    UPDATE lane SET messages = messages - (OLD.kind = 'message') WHERE id = OLD.lane_id;
END;

-- The status that both sides of a conversation have, or are about to have; NULL while that is not known. The version tells
-- whether it has changed while a call was under way.
ALTER TABLE conversation ADD COLUMN agreed TEXT CHECK (agreed IN ('open', 'closed'));
ALTER TABLE conversation ADD COLUMN agreed_version INTEGER NOT NULL DEFAULT 0;

-- What one side has told of a conversation's status.
CREATE TABLE conversation_status (
    link TEXT NOT NULL,
    side TEXT NOT NULL,
    conversation TEXT NOT NULL,
    -- The last that its consumer told or we have set, and when the former came here.
    told TEXT CHECK (told IN ('open', 'closed')),
    told_at INTEGER,
    -- When that happened, by the provider's clock: messages of before may be read behind it.
    changed_at INTEGER,
    -- What we are about to set, or may have set: the next word of its consumer that says so is our own.
    setting TEXT CHECK (setting IN ('open', 'closed')),
    -- When we have last set it, by our clock: what its consumer has read before says nothing.
    set_at INTEGER,
    -- The newest row of its lane that carries a status: earlier ones are overtaken.
    number INTEGER NOT NULL DEFAULT 0,
    -- When the provider is to be asked whether the consumer has missed something, and how often it was.
    check_at INTEGER,
    checks INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (link, side, conversation)
) WITHOUT ROWID;
CREATE INDEX conversation_status_to_check ON conversation_status (link, check_at) WHERE check_at IS NOT NULL;
