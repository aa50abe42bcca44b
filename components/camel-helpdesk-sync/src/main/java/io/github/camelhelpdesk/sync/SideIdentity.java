package io.github.camelhelpdesk.sync;

/**
 * An account, by what lasts of it.
 *
 * @param provider scheme of the component
 * @param account the account's lasting identity
 */
public record SideIdentity(String provider, String account) {

    /** As the ledger writes it. */
    @Override
    public String toString() {
        return provider + "/" + account;
    }
}
