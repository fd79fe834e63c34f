// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

import dev.nn4j.api.Loss;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.schema.Schema;
import java.util.Optional;

/**
 * Puts a {@link Model} together; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class ModelBuilder {
    private final Schema schema;
    private final Members members;
    private final Loss loss;
    private Scaler inputScaler = Scaler.none();
    private Scaler targetScaler = Scaler.none();
    private GoldenRows golden = GoldenRows.none();
    private Provenance provenance = Provenance.none();
    private Optional<TrainingProfile> profile = Optional.empty();
    private Optional<Conformal> conformal = Optional.empty();

    ModelBuilder(Schema schema, Members members, Loss loss) {
        this.schema = schema;
        this.members = members;
        this.loss = loss;
    }

    /** See {@link Model#inputScaler()}. */
    public ModelBuilder inputScaler(Scaler value) {
        inputScaler = value;
        return this;
    }

    /** See {@link Model#targetScaler()}. */
    public ModelBuilder targetScaler(Scaler value) {
        targetScaler = value;
        return this;
    }

    /** See {@link Model#golden()}. */
    public ModelBuilder golden(GoldenRows value) {
        golden = value;
        return this;
    }

    /** See {@link Model#provenance()}. */
    public ModelBuilder provenance(Provenance value) {
        provenance = value;
        return this;
    }

    /** See {@link Model#conformal()}. */
    public ModelBuilder conformal(Optional<Conformal> value) {
        conformal = value;
        return this;
    }

    /**
     * See {@link Model#profile()}.
     *
     * @since 0.1.0
     */
    public ModelBuilder profile(Optional<TrainingProfile> value) {
        profile = value;
        return this;
    }

    /**
     * The model.
     *
     * @throws IllegalArgumentException if the parts do not fit each other
     */
    public Model build() {
        return new Model(schema, inputScaler, targetScaler, members, loss, golden, provenance, profile, conformal);
    }
}
