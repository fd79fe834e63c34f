// SPDX-License-Identifier: Apache-2.0
/** The activation functions that come with nn4j. */
module dev.nn4j.activations {
    requires transitive dev.nn4j.api;
    requires static org.jspecify;

    exports dev.nn4j.activations;

    provides dev.nn4j.api.Activation with
            dev.nn4j.activations.Elu,
            dev.nn4j.activations.Gelu,
            dev.nn4j.activations.GeluTanh,
            dev.nn4j.activations.HardSigmoid,
            dev.nn4j.activations.HardTanh,
            dev.nn4j.activations.Identity,
            dev.nn4j.activations.LeakyRelu,
            dev.nn4j.activations.Mish,
            dev.nn4j.activations.Relu,
            dev.nn4j.activations.Selu,
            dev.nn4j.activations.Sigmoid,
            dev.nn4j.activations.Silu,
            dev.nn4j.activations.Softmax,
            dev.nn4j.activations.Softplus,
            dev.nn4j.activations.Softsign,
            dev.nn4j.activations.Tanh;
}
