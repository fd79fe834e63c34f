// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.stored;

import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.stored.TensorSpec.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What says how far a model's answers may be from the truth, but its scores, which are tensors.
 *
 * @param method how rows were scored
 * @param rows how many
 * @param lists of scores: one for each target, one for labels
 */
public record StoredConformal(ConformalMethod method, int rows, int lists) {
    private static final String SCORES = "conformal/scores";
    private static final String FLOOR = "conformal/floor";

    /** What is stored of some. */
    public static StoredConformal of(Conformal conformal) {
        return new StoredConformal(conformal.method(), conformal.rows(), conformal.targets());
    }

    private int kept() {
        return Math.min(rows, Conformal.MOST_KEPT);
    }

    List<TensorSpec> tensors() {
        List<TensorSpec> tensors = new ArrayList<>();
        tensors.add(TensorSpec.of(SCORES, Role.SCORE, lists, kept()));
        if (method == ConformalMethod.SPREAD) {
            tensors.add(TensorSpec.of(FLOOR, Role.SCALE, lists));
        }
        return tensors;
    }

    /** Hands the scores over to a file's tensors. */
    public void set(Conformal conformal, Tensors tensors) {
        float[] all = new float[lists * kept()];
        for (int list = 0; list < lists; list++) {
            System.arraycopy(conformal.scores(list), 0, all, list * kept(), kept());
        }
        tensors.set(SCORES, all);
        if (method == ConformalMethod.SPREAD) {
            tensors.set(FLOOR, conformal.floors());
        }
    }

    /**
     * All of it, with the scores of a file.
     *
     * @throws dev.nn4j.api.ModelFormatException if they are not such as are kept
     */
    public Conformal in(Tensors tensors) {
        float[] all = tensors.floats(SCORES);
        List<float[]> each = new ArrayList<>();
        for (int list = 0; list < lists; list++) {
            each.add(Arrays.copyOfRange(all, list * kept(), (list + 1) * kept()));
        }
        try {
            return Conformal.kept(method, rows, each, tensors.floats(FLOOR));
        } catch (IllegalArgumentException e) {
            throw Faults.corrupt("conformal scores", e);
        }
    }
}
