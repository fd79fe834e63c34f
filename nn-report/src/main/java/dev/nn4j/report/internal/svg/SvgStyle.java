// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * How a shape looks: attributes that are not its place.
 *
 * @param attributes names and values in turn, neither from data
 */
public record SvgStyle(List<String> attributes) {
    /** As the page's style sheet says for this class. */
    public static SvgStyle ofClass(String name) {
        return new SvgStyle(List.of("class", name));
    }

    /** Filled with one of the page's colours, which differ between light and dark. */
    public static SvgStyle fill(String colour) {
        return new SvgStyle(List.of("fill", variable(colour)));
    }

    /** A line in one of the page's colours. */
    public static SvgStyle stroke(String colour) {
        return new SvgStyle(List.of("stroke", variable(colour)));
    }

    /** This and another attribute. */
    public SvgStyle and(String name, String value) {
        List<String> all = new ArrayList<>(attributes);
        all.add(name);
        all.add(value);
        return new SvgStyle(List.copyOf(all));
    }

    /** This and another attribute. */
    public SvgStyle and(String name, double value) {
        return and(name, SvgPicture.number(value));
    }

    private static String variable(String colour) {
        return "var(--" + colour + ")";
    }

    String markup() {
        StringBuilder markup = new StringBuilder();
        for (int i = 0; i < attributes.size(); i += 2) {
            markup.append(' ')
                    .append(attributes.get(i))
                    .append("=\"")
                    .append(attributes.get(i + 1))
                    .append('"');
        }
        return markup.toString();
    }
}
