// SPDX-License-Identifier: Apache-2.0
/** The engine: networks, training, data, metrics and the registry of components. */
@SuppressWarnings("module") // modules to which internals are exported are built after this one
module dev.nn4j.core {
    requires transitive dev.nn4j.api;
    requires static org.jspecify;
    requires jdk.jfr;
    requires org.slf4j;

    exports dev.nn4j.core;
    exports dev.nn4j.core.calibration;
    exports dev.nn4j.core.cell;
    exports dev.nn4j.core.comparison;
    exports dev.nn4j.core.compute;
    exports dev.nn4j.core.conformal;
    exports dev.nn4j.core.decision;
    exports dev.nn4j.core.diagnosis;
    exports dev.nn4j.core.encoding;
    exports dev.nn4j.core.experiment;
    exports dev.nn4j.core.explanation;
    exports dev.nn4j.core.fit;
    exports dev.nn4j.core.fitting;
    exports dev.nn4j.core.gradient;
    exports dev.nn4j.core.initializer;
    exports dev.nn4j.core.metrics;
    exports dev.nn4j.core.network;
    exports dev.nn4j.core.plan;
    exports dev.nn4j.core.profile;
    exports dev.nn4j.core.registry;
    exports dev.nn4j.core.schema;
    exports dev.nn4j.core.score;
    exports dev.nn4j.core.table;
    exports dev.nn4j.core.training;
    exports dev.nn4j.core.validation;
    exports dev.nn4j.core.internal.choice to
            dev.nn4j.tune;
    exports dev.nn4j.core.internal.flight to
            dev.nn4j.io,
            dev.nn4j.jdbc,
            dev.nn4j.report,
            dev.nn4j.serve,
            dev.nn4j.tune;
    exports dev.nn4j.core.internal.inference to
            dev.nn4j.tune;
    exports dev.nn4j.core.internal.kernels to
            dev.nn4j.vector;
    exports dev.nn4j.core.internal.reading to
            dev.nn4j.io,
            dev.nn4j.report;
    exports dev.nn4j.core.internal.watch to
            dev.nn4j.tune;
    exports dev.nn4j.core.internal.work to
            dev.nn4j.io,
            dev.nn4j.report,
            dev.nn4j.tune;

    uses dev.nn4j.api.Activation;
    uses dev.nn4j.api.Initializer;
    uses dev.nn4j.api.Loss;
    uses dev.nn4j.api.Optimizer;
    uses dev.nn4j.core.internal.kernels.KernelsProvider;

    provides dev.nn4j.api.Initializer with
            dev.nn4j.core.initializer.Constant,
            dev.nn4j.core.initializer.DataDriven,
            dev.nn4j.core.initializer.HeNormal,
            dev.nn4j.core.initializer.HeUniform,
            dev.nn4j.core.initializer.LecunNormal,
            dev.nn4j.core.initializer.LecunUniform,
            dev.nn4j.core.initializer.Orthogonal,
            dev.nn4j.core.initializer.RandomNormal,
            dev.nn4j.core.initializer.RandomUniform,
            dev.nn4j.core.initializer.XavierNormal,
            dev.nn4j.core.initializer.XavierUniform,
            dev.nn4j.core.initializer.Zeros;
}
