// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of Java source with gaps, {@code ${name}}, kept as a resource beside this class.
 *
 * @param text the piece
 */
record SourcePart(String text) {
    private static final Pattern GAP = Pattern.compile("\\$\\{([a-z]+)}");

    /** The piece of this name, which nn-io's jar must hold. */
    static SourcePart named(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("nn-export's jar lacks its part " + name));
    }

    /** The piece of this name, if there is one. */
    static Optional<SourcePart> find(String name) {
        try (InputStream in = SourcePart.class.getResourceAsStream(name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new SourcePart(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The piece with its gaps filled. */
    SourcePart with(Map<String, ?> values) {
        return new SourcePart(GAP.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(String.valueOf(values.get(gap.group(1))))));
    }

    /** The piece, its lines moved to the right by one level. */
    String indented() {
        return text.replaceAll("(?m)^(?=.)", "    ");
    }
}
