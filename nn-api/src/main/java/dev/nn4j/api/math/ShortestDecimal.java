// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The shortest decimal that reads back to the same float or double, on every JDK. {@code Double.toString} and {@code
 * Float.toString} give it from JDK 19 on only, so that what they write into files, digests and labels would depend on the
 * JDK.
 *
 * @since 0.1.0
 */
public final class ShortestDecimal {
    /** Of fewer digits any two have different numbers: a text that short is the shortest. */
    private static final int DISTINCT_IN_DOUBLES = 15;

    private static final int DISTINCT_IN_FLOATS = 6;
    /** Java writes a digit behind the point in any case, and so takes the nearest of two digits. */
    private static final int FEWEST_DIGITS = 2;

    private static final int DIGITS_THAT_ALWAYS_DO = 17;

    /** Bounds of numbers that Java writes without an exponent. */
    private static final int LEAST_PLAIN = -3;

    private static final int MOST_PLAIN = 7;

    private static final int FIRST_JDK_THAT_IS_SHORTEST = 19;
    private static final boolean JDK_IS_SHORTEST = Runtime.version().feature() >= FIRST_JDK_THAT_IS_SHORTEST;

    private ShortestDecimal() {}

    /**
     * The decimal of fewest digits that reads back to a double; of several the nearest to it. Without zeros at its end.
     *
     * @throws NumberFormatException if it is not finite
     */
    public static BigDecimal of(double value) {
        boolean normal = Math.abs(value) >= Double.MIN_NORMAL;
        return shortest(
                normal ? Double.toString(value) : "",
                DISTINCT_IN_DOUBLES,
                new BigDecimal(value),
                decimal -> decimal.doubleValue() == value);
    }

    /**
     * The same of a float, whether it is read as a float or as a double first.
     *
     * @throws NumberFormatException if it is not finite
     */
    public static BigDecimal of(float value) {
        boolean normal = Math.abs(value) >= Float.MIN_NORMAL;
        return shortest(
                normal ? Float.toString(value) : "",
                DISTINCT_IN_FLOATS,
                new BigDecimal(value),
                decimal -> decimal.floatValue() == value && (float) decimal.doubleValue() == value);
    }

    /** What {@code Double.toString} gives from JDK 19 on: {@code 0.1}, {@code 2.0}, {@code 2.0E23}, {@code NaN}. */
    public static String text(double value) {
        return JDK_IS_SHORTEST || !Double.isFinite(value) || value == 0
                ? Double.toString(value)
                : asJavaWrites(of(value));
    }

    /** What {@code Float.toString} gives from JDK 19 on. */
    public static String text(float value) {
        return JDK_IS_SHORTEST || !Float.isFinite(value) || value == 0 ? Float.toString(value) : textOf(value);
    }

    /** The same without the JDK's help, of one that is finite and not 0. */
    static String textOf(float value) {
        String quick = FloatDigits.text(value);
        return quick.isEmpty() ? asJavaWrites(of(value)) : quick;
    }

    private static BigDecimal shortest(String usual, int distinct, BigDecimal exact, Predicate<BigDecimal> readsBack) {
        int first = FEWEST_DIGITS;
        if (!usual.isEmpty()) {
            BigDecimal bare = new BigDecimal(usual).stripTrailingZeros();
            if (bare.precision() <= distinct) {
                return bare;
            }
            // older JDKs seldom write a digit too many, and where one less does not do, fewer do not
            first = ofDigits(bare.precision() - 1, exact, readsBack).isEmpty() ? bare.precision() : FEWEST_DIGITS;
        }
        for (int digits = first; digits <= DIGITS_THAT_ALWAYS_DO && exact.signum() != 0; digits++) {
            Optional<BigDecimal> decimal = ofDigits(digits, exact, readsBack);
            if (decimal.isPresent()) {
                return decimal.get().stripTrailingZeros();
            }
        }
        return BigDecimal.ZERO;
    }

    private static Optional<BigDecimal> ofDigits(int digits, BigDecimal exact, Predicate<BigDecimal> readsBack) {
        BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (readsBack.test(nearest)) {
            return Optional.of(nearest);
        }
        BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
        BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
        BigDecimal other = nearest.compareTo(below) == 0 ? above : below;
        return readsBack.test(other) ? Optional.of(other) : Optional.empty();
    }

    private static String asJavaWrites(BigDecimal decimal) {
        return asJavaWrites(
                decimal.signum() < 0,
                decimal.unscaledValue().abs().toString(),
                decimal.precision() - decimal.scale() - 1);
    }

    /**
     * A number as Java writes it.
     *
     * @param digits without zeros at either end
     * @param exponent of ten, of the first digit
     */
    static String asJavaWrites(boolean negative, String digits, int exponent) {
        String sign = negative ? "-" : "";
        if (exponent < LEAST_PLAIN || exponent >= MOST_PLAIN) {
            return sign + digits.charAt(0) + "." + (digits.length() > 1 ? digits.substring(1) : "0") + "E" + exponent;
        }
        if (exponent < 0) {
            return sign + "0." + "0".repeat(-exponent - 1) + digits;
        }
        int whole = exponent + 1;
        return digits.length() <= whole
                ? sign + digits + "0".repeat(whole - digits.length()) + ".0"
                : sign + digits.substring(0, whole) + "." + digits.substring(whole);
    }
}
