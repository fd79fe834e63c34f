// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Activation;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What finite differences cannot see: kinks, tails, infinities. */
final class EdgeCasesTest {
    private static final float INFINITE = Float.POSITIVE_INFINITY;

    static Stream<Arguments> subgradients() {
        return Stream.of(
                Arguments.of(new Relu(), 0f, 0f),
                Arguments.of(new Relu(), -0f, 0f),
                Arguments.of(new LeakyRelu(0.25), 0f, 0.25f),
                Arguments.of(new Elu(1.5), 0f, 1.5f),
                Arguments.of(new Selu(), 0f, 1.7580993f),
                Arguments.of(new HardTanh(), 1f, 0f),
                Arguments.of(new HardTanh(), -1f, 0f),
                Arguments.of(new HardTanh(), Math.nextDown(1f), 1f),
                Arguments.of(new HardSigmoid(), 3f, 0f),
                Arguments.of(new HardSigmoid(), -3f, 0f),
                Arguments.of(new HardSigmoid(), Math.nextDown(3f), 1f / 6),
                Arguments.of(new Gelu(), 0f, 0.5f),
                Arguments.of(new Gelu(), Float.MIN_VALUE, 0.5f),
                Arguments.of(new Gelu(), -1e-30f, 0.5f));
    }

    @ParameterizedTest
    @MethodSource("subgradients")
    void kinksHavePyTorchsSubgradient(Activation activation, float z, float slope) {
        assertThat(slope(activation, z)).isEqualTo(slope);
    }

    /** g'(z) in float64 by mpmath with 40 digits, at points where the obvious formula has lost its digits. */
    static Stream<Arguments> tails() {
        return Stream.of(
                Arguments.of(new Silu(), -60f, -5.25390645762e-25, -5.16634134999e-25),
                Arguments.of(new Silu(), -20.5f, -2.56281337289e-8, -2.4377980832e-8),
                Arguments.of(new Silu(), -8f, -0.00268280104373, -0.00234655123559),
                Arguments.of(new Silu(), 15f, 14.9999954115, 1.00000428263),
                Arguments.of(new Mish(), -60f, -5.25390645762e-25, -5.16634134999e-25),
                Arguments.of(new Mish(), -20.5f, -2.56281337449e-8, -2.43779808633e-8),
                Arguments.of(new Mish(), -8f, -0.00268325088255, -0.00234739438161),
                Arguments.of(new Mish(), 15f, 15.0, 1.00000000001),
                Arguments.of(new Softplus(), -60f, 8.7565107627e-27, 8.7565107627e-27),
                Arguments.of(new Softplus(), -20.5f, 1.25015286561e-9, 1.25015286482e-9),
                Arguments.of(new Softplus(), -8f, 0.000335406372896, 0.000335350130466),
                Arguments.of(new Softplus(), 15f, 15.0000003059, 0.999999694098),
                Arguments.of(new GeluTanh(), -9f, -1.33645959473e-28, -2.51573528507e-27),
                Arguments.of(new GeluTanh(), -6f, -8.43964670076e-11, -7.70997393095e-10),
                Arguments.of(new GeluTanh(), -4.5f, -5.13673741196e-6, -2.93222704428e-5),
                Arguments.of(new GeluTanh(), 6f, 5.99999999992, 1.00000000077),
                Arguments.of(new Elu(), -20.5f, -0.99999999875, 1.25015286639e-9),
                Arguments.of(new Elu(), -8f, -0.999664537372, 0.000335462627903),
                Arguments.of(new Elu(), -1e-6f, -9.99999497475e-7, 0.999999000001));
    }

    @ParameterizedTest
    @MethodSource("tails")
    void tailsKeepTheirDigits(Activation activation, float z, double value, double slope) {
        assertThat((double) forward(activation, z)[0]).isCloseTo(value, within(value));
        assertThat((double) slope(activation, z)).isCloseTo(slope, within(slope));
    }

    private static Offset<Double> within(double expected) {
        return Offset.offset(1e-5 * Math.abs(expected));
    }

    @ParameterizedTest
    @MethodSource("everyActivation")
    void hugeFiniteInputGivesFiniteOutput(Activation activation) {
        for (float z : new float[] {1e30f, -1e30f, 3e38f, -3e38f}) {
            float[] a = forward(activation, z, 0.5f);
            assertThat(a[0]).as("%s of %s", activation.name(), z).isFinite();
            assertThat(slope(activation, z))
                    .as("%s' of %s", activation.name(), z)
                    .isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("everyActivation")
    void nanGoesThroughTheGradientOfNan(Activation activation) {
        float[] z = {Float.NaN, 1};
        float[] a = forward(activation, z);
        float[] dz = new float[2];
        activation.backward(z, a, new float[] {Float.NaN, 1}, dz, 0, 2, 2);
        assertThat(dz[0]).isNaN();
    }

    static List<Activation> everyActivation() {
        return BuiltIns.all();
    }

    @Test
    void softmaxOfARowIsUnmovedByAShift() {
        assertThat(forward(new Softmax(), 1000f, 1001f)).containsExactly(forward(new Softmax(), -1f, 0f));
    }

    @Test
    void softmaxGivesNothingToMinusInfinity() {
        assertThat(forward(new Softmax(), -INFINITE, 2f, 2f)).containsExactly(0f, 0.5f, 0.5f);
    }

    @Test
    void softmaxOfARowWithoutAnyFiniteMaximumIsNan() {
        assertThat(forward(new Softmax(), -INFINITE, -INFINITE)).containsExactly(Float.NaN, Float.NaN);
        assertThat(forward(new Softmax(), INFINITE, 1f)[0]).isNaN();
        assertThat(forward(new Softmax(), Float.NaN, 1f)).containsExactly(Float.NaN, Float.NaN);
    }

    private static float[] forward(Activation activation, float... z) {
        float[] a = new float[z.length];
        activation.forward(z, a, 0, z.length, z.length);
        return a;
    }

    private static float slope(Activation activation, float at) {
        float[] z = {at};
        float[] dz = new float[1];
        activation.backward(z, forward(activation, z), new float[] {1}, dz, 0, 1, 1);
        return dz[0];
    }
}
