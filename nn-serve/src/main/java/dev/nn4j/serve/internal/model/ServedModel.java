// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.model;

import dev.nn4j.core.Model;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.explanation.Background;
import dev.nn4j.core.explanation.ShapleyExplainer;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.io.ModelDescription;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.rows.RowMembers;
import dev.nn4j.serve.internal.watch.ModelWatch;
import java.time.Instant;
import java.util.Optional;

/** A model as it answers: what was read of one file at one time. */
public final class ServedModel {
    private final ModelName name;
    private final Model model;
    private final ModelDescription description;
    private final Predictor predictor;
    private final RowMembers members;
    private final Execution execution;
    private final ModelWatch watch;
    private final Instant loaded;
    private Optional<ShapleyExplainer> explainer = Optional.empty();

    ServedModel(ModelName name, Model model, ModelDescription description, Execution execution, Instant loaded) {
        this.name = name;
        this.model = model;
        this.description = description;
        this.execution = execution;
        this.loaded = loaded;
        this.watch = new ModelWatch(model);
        this.members = new RowMembers(model.schema());
        this.predictor = new JoinedPredictor(model, execution.kernels(), execution.threads(), watch::countBatch);
    }

    /** Its name and version. */
    public ModelName name() {
        return name;
    }

    /** What it reads and answers. */
    public Schema schema() {
        return model.schema();
    }

    /** The model itself. */
    public Model model() {
        return model;
    }

    /** What answers, for all threads. */
    public Predictor predictor() {
        return predictor;
    }

    /** What reads rows that are objects. */
    public RowMembers members() {
        return members;
    }

    /** What the file says of itself. */
    public ModelDescription description() {
        return description;
    }

    /** What is counted of its answers. */
    public ModelWatch watch() {
        return watch;
    }

    /** When it was read. */
    public Instant loaded() {
        return loaded;
    }

    /** Whether its answers can be explained: it keeps rows to compare with. */
    public boolean isExplainable() {
        return Background.kept(model).isPresent();
    }

    /**
     * Says what each feature contributes; made when it is first asked for.
     *
     * @throws Refusal if the model keeps no rows to compare with
     */
    public synchronized ShapleyExplainer explainer() {
        if (explainer.isEmpty()) {
            Background background = Background.kept(model)
                    .orElseThrow(() -> Refusal.rows("contributions: model " + name.name()
                            + " keeps no rows to compare with; train it with \"background\": 100 in its configuration's"
                            + " training"));
            explainer =
                    Optional.of(ShapleyExplainer.of(predictor, background, 0, new Execution(1, execution.kernels())));
        }
        return explainer.get();
    }
}
