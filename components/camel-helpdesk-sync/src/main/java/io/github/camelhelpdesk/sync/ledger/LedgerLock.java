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
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operating system's lock on {@code <ledger file>.lock}. The system gives it up when the process dies, however that
 * happens; the file itself stays and means nothing.
 */
final class LedgerLock implements AutoCloseable {

    /**
     * Files that this process has locked. Of the whole process, as the operating system's locks are: closing any channel on a
     * file gives up the lock that another one holds, so that a second owner must be refused before it opens the file.
     */
    private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private LedgerLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static LedgerLock acquire(Path ledgerFile) {
        Path name = ledgerFile.resolveSibling(ledgerFile.getFileName() + ".lock");
        try {
            Path file = name.getParent().toRealPath().resolve(name.getFileName());
            if (!LOCKED.add(file)) {
                throw inUse(ledgerFile);
            }
            return lock(ledgerFile, file);
        } catch (IOException e) {
            throw new LedgerException("The lock file " + name + " of the ledger cannot be made. Set the option ledgerFile to a"
                    + " file in a directory that exists and can be written: " + e, e);
        }
    }

    private static LedgerLock lock(Path ledgerFile, Path file) throws IOException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = tryLock(channel);
            if (!locked) {
                throw inUse(ledgerFile);
            }
            return new LedgerLock(file, channel);
        } finally {
            if (!locked) {
                LOCKED.remove(file);
                close(channel);
            }
        }
    }

    private static LedgerException inUse(Path ledgerFile) {
        return new LedgerException("The ledger " + ledgerFile + " is in use by another process, or by another Camel"
                + " context of this one. Two owners would deliver everything twice: stop the other one, or give this one"
                + " a ledger of its own with the option ledgerFile.");
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void close(FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        LOCKED.remove(file);
    }
}
