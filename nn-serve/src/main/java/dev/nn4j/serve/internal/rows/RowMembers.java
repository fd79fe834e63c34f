// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import dev.nn4j.api.NearestName;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.call.RowFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the members of an object as a row, in the schema's order. Immutable. */
public final class RowMembers {
    private final List<String> features;
    private final Map<String, Integer> places = new HashMap<>();
    private final KnownNames names;

    /** Of a schema's rows. */
    public RowMembers(Schema schema) {
        this.features = schema.featureNames();
        this.names = KnownNames.of(features);
        for (int f = 0; f < features.size(); f++) {
            places.put(features.get(f), f);
        }
    }

    List<String> features() {
        return features;
    }

    /** What names are to be expected of an object. */
    KnownNames names() {
        return names;
    }

    boolean isFeature(String name) {
        return places.containsKey(name);
    }

    /**
     * The object at whose first member the parser stands.
     *
     * @param first the member's name; nothing if there is none
     */
    SourceRow row(long number, JsonTokens json, Optional<String> first) throws IOException {
        @Nullable Object[] cells = new @Nullable Object[features.size()];
        BitSet found = new BitSet(cells.length);
        List<String> others = new ArrayList<>();
        for (Optional<String> name = first; name.isPresent(); name = Optional.ofNullable(json.nextName())) {
            Integer place = places.get(name.get());
            json.next();
            if (place == null) {
                others.add(name.get());
                json.skipChildren();
            } else if (found.get(place)) {
                throw Refusal.row(
                        new RowFault(number, name.get(), "'" + name.get() + "' is there twice", "give it once"));
            } else {
                cells[place] = JsonCell.of(json, number, name.get());
                found.set(place);
            }
        }
        int missing = found.nextClearBit(0);
        if (missing < cells.length) {
            throw missing(number, features.get(missing), others);
        }
        return new SourceRow(number, Arrays.asList(cells));
    }

    private Refusal missing(long number, String feature, List<String> others) {
        return Refusal.row(new RowFault(
                number,
                feature,
                "feature '" + feature + "' is missing" + NearestName.hintAmongFree(feature, others, features),
                "give it, or null where its value is not known"));
    }
}
