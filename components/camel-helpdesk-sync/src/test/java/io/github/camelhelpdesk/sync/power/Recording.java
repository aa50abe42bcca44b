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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Runs a bridge once, undisturbed, and keeps what a power cut at each of its steps would have left. */
final class Recording {

    private static final int SECTOR = 512;

    private final Random random;
    private final Path ledger;
    private final World world = new World();
    private final List<Cut> cuts = new ArrayList<>();
    private final Mistake mistake;
    private boolean recording;

    Recording(long seed, Path directory, Mistake mistake) {
        this.mistake = mistake;
        this.random = new Random(seed);
        this.ledger = directory.resolve("ledger.db");
    }

    List<Cut> run() throws Exception {
        write("a", "a-one", 2);
        write("a", "a-two", 2);
        write("b", "b-one", 2);
        recording = true;
        String rows;
        try (Machine machine = new Machine(world, ledger, CutDataSource.of(ledger, this::commit), this::step,
                mistake)) {
            if (!machine.comesToRest()) {
                throw new IllegalStateException("The undisturbed run does not come to rest: " + machine.flows());
            }
            reply("a");
            reply("b");
            if (!machine.comesToRest()) {
                throw new IllegalStateException("The undisturbed run does not come to rest: " + machine.flows());
            }
            synchronized (world) {
                recording = false;
            }
            rows = machine.rows();
        }
        List<String> findings = Verdict.of(world);
        if (!findings.isEmpty()) {
            throw new IllegalStateException("The undisturbed run is not clean: " + findings + ", the ledger has "
                    + rows);
        }
        return cuts;
    }

    private void write(String desk, String conversation, int messages) {
        for (int i = 0; i < messages; i++) {
            world.write(desk, conversation, conversation + " says " + i);
        }
    }

    /** People answer in a conversation that was opened for them, and go on in one of their own. */
    private void reply(String desk) {
        List<String> conversations = world.conversations(desk);
        String conversation = conversations.get(random.nextInt(conversations.size()));
        world.write(desk, conversation, "answer in " + conversation);
    }

    private Object commit(CutDataSource.Commit commit) throws Throwable {
        synchronized (world) {
            if (!recording) {
                return commit.make();
            }
            byte[] before = bytes("-wal");
            cuts.add(cut("before a commit", before, null));
            Object result = commit.make();
            byte[] after = bytes("-wal");
            cuts.add(cut("while committing", torn(before, after), null));
            cuts.add(cut("after a commit", after, null));
            return result;
        }
    }

    private void step(String moment, World.Landing late) {
        synchronized (world) {
            if (recording) {
                byte[] log = bytes("-wal");
                cuts.add(cut(moment, log, null));
                if (late != null) {
                    cuts.add(cut(moment + ", on its way", log, late));
                }
            }
        }
    }

    private Cut cut(String moment, byte[] log, World.Landing late) {
        return new Cut(moment + " (step " + cuts.size() + ")", bytes(""), log, world.picture().with(late));
    }

    /** Sectors of the log are written one after the other; some have been, the others hold what they held. */
    private byte[] torn(byte[] before, byte[] after) {
        int first = Math.max(0, Arrays.mismatch(before, after));
        int sectors = (after.length - first) / SECTOR;
        int written = first + (sectors > 0 ? random.nextInt(sectors) * SECTOR : 0);
        byte[] torn = Arrays.copyOf(before, Math.max(before.length, written));
        System.arraycopy(after, 0, torn, 0, Math.min(written, after.length));
        return torn;
    }

    private byte[] bytes(String suffix) {
        try {
            Path file = ledger.resolveSibling(ledger.getFileName() + suffix);
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
