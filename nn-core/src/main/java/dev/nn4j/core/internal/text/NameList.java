// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list of names that knows at once whether a name is in it: each of many columns may be asked about. Immutable. */
public final class NameList extends AbstractList<String> {
    private final List<String> names;
    private final Set<String> known;

    private NameList(List<String> names) {
        this.names = List.copyOf(names);
        this.known = new HashSet<>(this.names);
    }

    /** A copy of these names; an equal list. */
    public static List<String> copyOf(List<String> names) {
        return names instanceof NameList ? names : new NameList(names);
    }

    @Override
    public String get(int index) {
        return names.get(index);
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public boolean contains(@Nullable Object name) {
        return known.contains(name);
    }
}
