// SPDX-License-Identifier: Apache-2.0
/** The losses that come with nn4j. */
module dev.nn4j.losses {
    requires transitive dev.nn4j.api;
    requires static org.jspecify;

    exports dev.nn4j.losses;

    provides dev.nn4j.api.Loss with
            dev.nn4j.losses.BinaryCrossEntropy,
            dev.nn4j.losses.CategoricalCrossEntropy,
            dev.nn4j.losses.MeanSquaredError,
            dev.nn4j.losses.MeanAbsoluteError,
            dev.nn4j.losses.Huber,
            dev.nn4j.losses.LogCosh,
            dev.nn4j.losses.Quantile,
            dev.nn4j.losses.Quantiles,
            dev.nn4j.losses.Gaussian,
            dev.nn4j.losses.Poisson,
            dev.nn4j.losses.Focal,
            dev.nn4j.losses.Hinge,
            dev.nn4j.losses.KullbackLeibler;
}
