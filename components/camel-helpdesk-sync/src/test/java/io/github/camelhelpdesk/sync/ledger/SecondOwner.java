package io.github.camelhelpdesk.sync.ledger;

import java.nio.file.Path;

/** Tries to open a ledger from a process of its own. */
final class SecondOwner {

    static final int REFUSED = 3;

    private SecondOwner() {
    }

    public static void main(String[] arguments) {
        try {
            Ledger.open(Path.of(arguments[0]));
            System.exit(0);
        } catch (LedgerException e) {
            System.out.println(e.getMessage());
            System.exit(REFUSED);
        }
    }
}
