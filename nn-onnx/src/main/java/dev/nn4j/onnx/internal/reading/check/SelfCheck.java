// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.check;

import dev.nn4j.core.Model;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.onnx.internal.evaluation.EvaluationFault;
import dev.nn4j.onnx.internal.evaluation.GraphEvaluation;
import dev.nn4j.onnx.internal.evaluation.Rounding;
import dev.nn4j.onnx.internal.evaluation.Value;
import dev.nn4j.onnx.internal.evaluation.Work;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whether the network that was read gives the numbers of the graph that it was read from. Operators are recognised by what
 * they are thought to mean; this is what they do mean.
 */
public final class SelfCheck {
    private static final long STEPS = 1L << 26;
    private static final long STEPS_FOR_EACH_BYTE = 8;
    private static final long VALUES = 1L << 22;
    private static final int FEWEST_ROWS = 2;

    private final GraphEvaluation graph;
    private final Feed feed;
    private final Model model;
    private final Ending ending;
    private final long fileBytes;

    public SelfCheck(GraphEvaluation graph, Feed feed, Model model, Ending ending, long fileBytes) {
        this.graph = graph;
        this.feed = feed;
        this.model = model;
        this.ending = ending;
        this.fileBytes = fileBytes;
    }

    /**
     * Refuses a model that is not what the graph is.
     *
     * @throws dev.nn4j.api.ModelFormatException if it gives other numbers, or if that cannot be found out
     */
    public void require() {
        try {
            int declared = feed.declaredRows();
            if (declared == 0 || feed.takesOne() || !agreesOnAnyNumber()) {
                requireOn(declared == 0 ? FEWEST_ROWS : declared, declared == 0);
            }
        } catch (EvaluationFault e) {
            throw OnnxFaults.unsupported("cannot be compared with what was read of it: " + e.getMessage());
        }
    }

    /** The same for inputs that are columns of numbers, texts and dates. */
    public void requireOfColumns(List<ValueInfoProto> inputs) {
        try {
            ColumnProbes probes = new ColumnProbes(model);
            Map<String, Value> values = probes.values(inputs);
            Work work = work();
            Value exact = graph.of(values, Rounding.NONE, work);
            Value typed = graph.of(values, Rounding.AS_TYPED, work);
            Value coarse = graph.of(values, Rounding.COARSE, work);
            ending.requireSame(probes.predicted(), probes.count(), exact, typed, coarse);
        } catch (EvaluationFault e) {
            throw OnnxFaults.unsupported("cannot be compared with what was read of it: " + e.getMessage());
        }
    }

    /** A graph may be made for the number of rows that it declares, or take any. */
    private boolean agreesOnAnyNumber() {
        try {
            requireOn(FEWEST_ROWS, true);
            return true;
        } catch (EvaluationFault otherShape) {
            return false;
        }
    }

    /** First a few, from which the cost of more is known. */
    private void requireOn(int rows, boolean more) {
        Work work = work();
        compare(0, rows, work);
        long times = Math.min(STEPS / Math.max(1, work.steps()), VALUES / Math.max(1, work.peak())) / 2;
        int further = (int) Math.min(times * rows, Probes.MOST - rows);
        if (more && further > 0) {
            compare(rows, further, work());
        }
        int runs = more ? 0 : further / rows;
        for (int run = 1; run <= runs; run++) {
            compare(run * rows, rows, work());
        }
    }

    private Work work() {
        return new Work(STEPS + STEPS_FOR_EACH_BYTE * fileBytes, VALUES + fileBytes);
    }

    private void compare(int from, int count, Work work) {
        int width = model.schema().features().size();
        float[] all = Probes.rows(model, from + count);
        float[] rows = Arrays.copyOfRange(all, from * width, all.length);
        Map<String, Value> inputs = feed.values(rows, count);
        Value exact = graph.of(inputs, Rounding.NONE, work);
        Value typed = graph.of(inputs, Rounding.AS_TYPED, work);
        Value coarse = graph.of(inputs, Rounding.COARSE, work);
        float[] ours = new float[count * model.schema().outputs()];
        model.predict(rows, count, ours, model.newScratch(KernelChoice.SCALAR));
        ending.requireSame(ours, count, exact, typed, coarse);
    }
}
