// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.writing;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.network.LayerSpec;
import java.util.ArrayList;
import java.util.List;

/** The layers of a network, in which those of a residual block stand in the block. */
final class NetworkJson {
    /** What stands in a list, and how many layers of the network it is. */
    private record Entry(JsonMembers json, int layers) {}

    private final List<Entry> entries = new ArrayList<>();

    private NetworkJson() {}

    static List<JsonMembers> of(List<LayerSpec> layers) {
        NetworkJson network = new NetworkJson();
        layers.forEach(network::add);
        return network.entries.stream().map(Entry::json).toList();
    }

    private void add(LayerSpec layer) {
        JsonMembers json = layer.match(new LayerJson());
        if (layer.reach() == 0) {
            entries.add(new Entry(json, 1));
            return;
        }
        int first = entries.size();
        int reached = 0;
        while (first > 0 && reached < layer.reach()) {
            reached += entries.get(--first).layers();
        }
        List<Entry> block = entries.subList(first, entries.size());
        List<JsonMembers> within = block.stream().map(Entry::json).toList();
        block.clear();
        entries.add(new Entry(json.with("layers", within), reached + 1));
    }
}
