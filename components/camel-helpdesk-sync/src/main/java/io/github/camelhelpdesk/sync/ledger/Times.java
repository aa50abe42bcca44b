package io.github.camelhelpdesk.sync.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Times are milliseconds since 1970 in the database; null is null. */
public final class Times {

    private Times() {
    }

    public static Instant instant(ResultSet result, int column) throws SQLException {
        long millis = result.getLong(column);
        return result.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    public static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
