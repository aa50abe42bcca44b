/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file
 * except in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the
 * License is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND,
 * either express or implied. See the License for the specific language governing permissions
 * and limitations under the License.
 */
package io.github.camelhelpdesk.sync.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.sqlite.SQLiteDataSource;

/** Where the ledger's connections come from: a file of our own, or a data source of the application that is SQLite. */
final class LedgerDatabase {

    private static final String URL = "jdbc:sqlite:";

    private final DataSource dataSource;
    private final Path file;

    private LedgerDatabase(DataSource dataSource, Path file) {
        this.dataSource = dataSource;
        this.file = file;
    }

    static LedgerDatabase ofFile(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute.getParent());
        } catch (IOException e) {
            throw new LedgerException(
                    "The directory of the ledger " + absolute + " cannot be made. Set the option ledgerFile to"
                            + " a file that can be written: " + e,
                    e);
        }
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl(URL + absolute);
        return new LedgerDatabase(dataSource, absolute);
    }

    static LedgerDatabase of(DataSource dataSource) {
        String url = url(dataSource);
        String path = url.startsWith(URL) ? url.substring(URL.length()).replaceFirst("^file:", "").replaceFirst("\\?.*", "")
                : "";
        if (path.isEmpty() || path.startsWith(":")) {
            throw new LedgerException("The data source of helpdesk-sync must be a SQLite file, but is "
                    + url.replaceFirst("^(jdbc:[a-z]+).*", "$1")
                    + ". Other databases are not supported yet: take the data source"
                    + " away (option autowiredEnabled=false of the component) and set ledgerFile instead.");
        }
        return new LedgerDatabase(dataSource, Path.of(path).toAbsolutePath().normalize());
    }

    private static String url(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new LedgerException("The data source of helpdesk-sync gives no connection: " + e.getMessage(), e);
        }
    }

    /** The database file. */
    Path file() {
        return file;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** A new connection, set so that what is committed survives a power cut. */
    Connection connect() throws SQLException {
        Connection connection = dataSource.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA foreign_keys = ON");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }
}
