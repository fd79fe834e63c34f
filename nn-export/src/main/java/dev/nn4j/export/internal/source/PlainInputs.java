// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import java.util.Map;

/**
 * Numbers that are always there: the network sees the numbers of a row, perhaps scaled.
 *
 * @param scaler of the inputs
 * @param numbers receives its vectors
 * @param className for messages
 */
record PlainInputs(Scaler scaler, FloatPool numbers, String className) implements InputSource {
    @Override
    public String columns() {
        return "What the numbers of a row are, in this order.";
    }

    @Override
    public String row() {
        return "raw numbers, in the order of {@link #FEATURES}";
    }

    @Override
    public String length() {
        return "features";
    }

    @Override
    public String constants() {
        return "";
    }

    @Override
    public String methods() {
        boolean scaled = scaler.scaling() != Scaling.NONE;
        String straight = scaled ? "scaled-inputs.txt" : "inputs.txt";
        SourcePart inputs = SourcePart.named(scaler.scaling().isBounded() ? "bounded-inputs.txt" : straight);
        SourcePart check = SourcePart.named("require-features.txt");
        return inputs.with(numbers.add(scaler)).indented() + "\n"
                + SourcePart.named("finite.txt")
                        .with(Map.of("class", className, "feature", "i"))
                        .indented()
                + "\n"
                + check.with(Map.of("class", className, "numbers", "FEATURES.size()"))
                        .indented()
                + "\n";
    }
}
