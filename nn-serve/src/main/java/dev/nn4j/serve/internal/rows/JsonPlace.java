// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nn4j.api.Printable;
import dev.nn4j.serve.internal.call.Refusal;
import java.util.regex.Pattern;

/** Where a body is no JSON. */
public final class JsonPlace {
    private static final int MOST_SHOWN = 200;
    /** What the parser says of itself and its settings. */
    private static final Pattern PARSERS_OWN =
            Pattern.compile(" ?\\((start marker at |from `|for source).*|\\R.*", Pattern.DOTALL);

    private JsonPlace() {}

    /** In words that name no class of the parser. */
    public static Refusal refusal(JsonProcessingException fault) {
        JsonLocation where = fault.getLocation();
        String place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
        String problem = String.valueOf(fault.getOriginalMessage());
        String shown = PARSERS_OWN.matcher(problem).replaceAll("");
        return Refusal.bad("the body is no JSON" + place + ": "
                + Printable.of(shown.length() > MOST_SHOWN ? shown.substring(0, MOST_SHOWN) + "…" : shown));
    }
}
