package io.github.camelhelpdesk.application;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.apache.camel.CamelContext;

import io.github.camelhelpdesk.sync.HelpdeskSyncComponent;
import io.github.camelhelpdesk.sync.view.LedgerView;

/** Gives the ledger of the sync component to the console. */
@Singleton
class LedgerProducer {

    @Produces
    @Singleton
    LedgerView ledger(CamelContext camelContext) {
        return camelContext.getComponent("helpdesk-sync", HelpdeskSyncComponent.class).ledgerView();
    }
}
