// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.DataException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A row of a block that cannot be predicted, for callers that know where their rows come from.
 *
 * @param row its number in the block, the first being 0
 * @param feature whose value is at fault, if it is one's
 * @param problem in words, which do not say which row it is
 * @since 0.1.0
 */
public record UnpredictableRow(int row, Optional<String> feature, String problem) {
    /** How a row that is asked about alone is named. */
    private static final String ALONE = "row 0 (the first is 0): ";

    /**
     * Looks for the first such row of a block that was refused.
     *
     * @param rows {@code count × rawWidth} from index 0 on
     * @param scratch of the predictor
     * @return nothing if each row alone can be predicted
     */
    public static Optional<UnpredictableRow> find(Predictor predictor, float[] rows, int count, Scratch scratch) {
        int width = predictor.schema().rawWidth();
        float[] outputs = new float[predictor.schema().outputs()];
        for (int row = 0; row < count; row++) {
            try {
                predictor.predict(Arrays.copyOfRange(rows, row * width, (row + 1) * width), 1, outputs, scratch);
            } catch (DataException e) {
                String problem = String.valueOf(e.getMessage()).replace(ALONE, "");
                return Optional.of(new UnpredictableRow(row, featureOf(problem, predictor), problem));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> featureOf(String problem, Predictor predictor) {
        return predictor.schema().featureNames().stream()
                .filter(feature -> problem.startsWith("'" + feature + "' is "))
                .findFirst();
    }
}
