// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nn4j.api.Printable;
import dev.nn4j.serve.internal.call.Refusal;

/** Where a body is no JSON. */
public final class JsonPlace {
    private JsonPlace() {}

    /** In words that name no class of the parser. */
    public static Refusal refusal(JsonProcessingException fault) {
        JsonLocation where = fault.getLocation();
        String place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
        String problem = String.valueOf(fault.getOriginalMessage());
        int detail = problem.indexOf("\n");
        String shown = detail < 0 ? problem : problem.substring(0, detail);
        return Refusal.bad("the body is no JSON" + place + ": "
                + Printable.of(shown.length() > 200 ? shown.substring(0, 200) + "…" : shown));
    }
}
