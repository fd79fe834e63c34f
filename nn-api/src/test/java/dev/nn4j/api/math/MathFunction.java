// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of {@link FloatMath}, with what it promises.
 *
 * @param bound the error the documentation states, in units in the last place
 * @param golden SHA-256 of the bits of the results over every 16411th float: these bits are for ever
 */
record MathFunction(String name, Value value, Slice slice, DoubleUnaryOperator reference, double bound, String golden) {
    static final MathFunction EXP = new MathFunction(
            "exp",
            FloatMath::exp,
            FloatMath::exp,
            Reference::exp,
            1.06,
            "f4d2416e589fa00a2fb7b0cdba4d6663be7d5d41400bd25336ceb01ce68ce321");
    static final MathFunction EXPM1 = new MathFunction(
            "expm1",
            FloatMath::expm1,
            FloatMath::expm1,
            Reference::expm1,
            1.34,
            "f3b4194c217c131e56631cc8b6f0ff5ac658b608e35b9dff074f92ec66c1e68c");
    static final MathFunction LOG = new MathFunction(
            "log",
            FloatMath::log,
            FloatMath::log,
            Reference::log,
            1,
            "3b53aeaa39c302a5c38bde57e557d89b440c5d4fa6c3db3624bc3409f192ca3a");
    static final MathFunction LOG1P = new MathFunction(
            "log1p",
            FloatMath::log1p,
            FloatMath::log1p,
            Reference::log1p,
            1.6,
            "b4e80c855f2d5986d637c5f53231a9b5b20a483e9d24d1d160b50209db384bbd");
    static final MathFunction TANH = new MathFunction(
            "tanh",
            FloatMath::tanh,
            FloatMath::tanh,
            Reference::tanh,
            4.87,
            "3e5ed1d4a7262cb04783d7ad4933bcd219f99890677e12832b25d0167b03fa88");
    static final MathFunction ERF = new MathFunction(
            "erf",
            FloatMath::erf,
            FloatMath::erf,
            Reference::erf,
            4.88,
            "eac5002c8f3859556cdf7fbe6ef83239fe438a734376ff57770adfa44dfba0e2");
    static final MathFunction SIGMOID = new MathFunction(
            "sigmoid",
            FloatMath::sigmoid,
            FloatMath::sigmoid,
            Reference::sigmoid,
            2.6,
            "f00ddb7b45229c4a069d8a1d19b9839b56261061da87ebc46d46ecae03b00711");
    static final MathFunction SOFTPLUS = new MathFunction(
            "softplus",
            FloatMath::softplus,
            FloatMath::softplus,
            Reference::softplus,
            1.9,
            "66a2372061b7d9ea8181929c6afe89bfd5baf4f2e1503047af4acf4153301053");
    static final MathFunction COS_TURNS = new MathFunction(
            "cosTurns",
            FloatMath::cosTurns,
            FloatMath::cosTurns,
            Reference::cosTurns,
            1,
            "d6217abf2eccf90d3553ed93cd453908fe8e9116ffabbab5b69d3a682b53cf34");
    static final MathFunction SIN_TURNS = new MathFunction(
            "sinTurns",
            FloatMath::sinTurns,
            FloatMath::sinTurns,
            Reference::sinTurns,
            1,
            "aa6e8cf7cf059c73a8e71a478be1595743ee994a3dde049b42b3b8564004b5e5");
    static final List<MathFunction> ALL =
            List.of(EXP, EXPM1, LOG, LOG1P, TANH, ERF, SIGMOID, SOFTPLUS, COS_TURNS, SIN_TURNS);

    interface Value {
        float apply(float x);
    }

    interface Slice {
        void apply(float[] x, float[] y, int from, int to);
    }

    @Override
    public String toString() {
        return name;
    }
}
