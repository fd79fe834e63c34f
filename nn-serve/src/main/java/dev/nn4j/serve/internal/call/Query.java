// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.call;

import dev.nn4j.api.NearestName;
import dev.nn4j.api.Printable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request.
 *
 * @param values those given, by name, in their order
 */
public record Query(Map<String, List<String>> values) {
    private static final Query NONE = new Query(Map.of());

    /** Of the part of an address behind the question mark. */
    public static Query of(String text) {
        return text.isEmpty() ? NONE : parsed(text);
    }

    private static Query parsed(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : text.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = decoded(equals < 0 ? part : part.substring(0, equals));
                values.computeIfAbsent(name, one -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(part.substring(equals + 1)));
            }
        }
        return new Query(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("the query holds a '%' that no two hexadecimal digits follow; write %25 for '%'");
        }
    }

    /** Refuses a parameter that is none of these. */
    public void requireKnown(List<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw Refusal.bad("there is no query parameter '" + Printable.of(name) + "'"
                        + NearestName.hint(name, known) + "; there are " + String.join(", ", known));
            }
        }
    }

    /** Whether a parameter says yes; alone it does. */
    public boolean flag(String name) {
        String text = one(name).orElse("false");
        return switch (text) {
            case "", "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw Refusal.bad(name + ": must be true or false, got '" + Printable.of(text) + "'");
        };
    }

    /** A share in (0, 1). */
    public Optional<Double> share(String name) {
        return one(name).map(text -> share(name, text));
    }

    private static double share(String name, String text) {
        try {
            double share = Double.parseDouble(text);
            if (share > 0 && share < 1) {
                return share;
            }
        } catch (NumberFormatException noNumber) {
            throw noShare(name, text);
        }
        throw noShare(name, text);
    }

    private static Refusal noShare(String name, String text) {
        return Refusal.bad(name + ": must be a share in (0, 1), such as 0.9, got '" + Printable.of(text) + "'");
    }

    /** The value of a parameter that may be given once. */
    public Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw Refusal.bad(name + ": may be given once, got " + all.size());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** All values of a parameter. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
