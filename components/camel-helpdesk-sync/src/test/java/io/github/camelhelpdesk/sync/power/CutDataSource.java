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
package io.github.camelhelpdesk.sync.power;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;

import javax.sql.DataSource;

import org.sqlite.SQLiteDataSource;

/** A data source that tells when its ledger commits, so that the power can be cut just before, while and just after. */
final class CutDataSource {

    /** Told of commits. */
    interface Commits {
        /** @param commit makes the commit; called once */
        Object around(Commit commit) throws Throwable;
    }

    /** A commit to be made. */
    interface Commit {
        Object make() throws Throwable;
    }

    private CutDataSource() {
    }

    static DataSource of(Path file, Commits commits) {
        SQLiteDataSource real = new SQLiteDataSource();
        real.setUrl("jdbc:sqlite:" + file);
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? connection(connection, commits) : result;
        });
    }

    private static Connection connection(Connection real, Commits commits) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(real, method, arguments);
            boolean isCommit = result instanceof PreparedStatement && arguments != null && "COMMIT".equals(arguments[0]);
            return isCommit ? commit((PreparedStatement) result, commits) : result;
        });
    }

    private static PreparedStatement commit(PreparedStatement real, Commits commits) {
        return proxy(PreparedStatement.class, (method, arguments) -> method.getName().equals("executeUpdate")
                ? commits.around(() -> call(real, method, arguments))
                : call(real, method, arguments));
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
