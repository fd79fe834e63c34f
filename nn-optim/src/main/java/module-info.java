// SPDX-License-Identifier: Apache-2.0
/** The optimizers that come with nn4j. */
module dev.nn4j.optim {
    requires transitive dev.nn4j.api;
    requires static org.jspecify;

    exports dev.nn4j.optim;

    provides dev.nn4j.api.Optimizer with
            dev.nn4j.optim.GradientDescent,
            dev.nn4j.optim.Momentum,
            dev.nn4j.optim.RmsProp,
            dev.nn4j.optim.Adagrad,
            dev.nn4j.optim.Adam,
            dev.nn4j.optim.AdamW,
            dev.nn4j.optim.Nadam;
}
