package io.github.camelhelpdesk.channelio.model;

import java.util.List;
import java.util.Objects;

/** Lists as the provider sends them may be missing, or hold nulls. */
final class NoNulls {

    private NoNulls() {
    }

    static <T> List<T> of(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
