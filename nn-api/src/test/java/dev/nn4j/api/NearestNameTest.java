// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> NAMES = List.of("relu", "leaky-relu", "sigmoid", "softmax", "softplus", "tanh");

    @ParameterizedTest
    @CsvSource({
        "rellu, relu", // insertion
        "rlu, relu", // deletion
        "rely, relu", // substitution
        "rleu, relu", // neighbours swapped
        "SIGMOID, sigmoid", // case ignored
        "sigmiod, sigmoid",
        "leakyrelu, leaky-relu",
        "leaky_relu, leaky-relu",
        "softmaks, softmax"
    })
    void findsWhatWasMeant(String word, String meant) {
        assertThat(NearestName.of(word, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"swish", "gelu-tanh", "xyz"})
    void findsNothingWhereNothingIsNear(String word) {
        assertThat(NearestName.of(word, NAMES)).isEmpty();
    }

    /** One edit is always forgiven, two from five letters on, three from eight. */
    @ParameterizedTest
    @CsvSource({"a, b", "ab, b", "abcd, abcx", "abcde, abcxy", "abcdefgh, abcdexyz"})
    void forgivesAThirdOfTheLetters(String word, String meant) {
        assertThat(NearestName.of(word, List.of(meant))).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"ab, cd", "abcd, abxy", "abcde, abxyz", "abcdefgh, abcdwxyz"})
    void forgivesNoMore(String word, String other) {
        assertThat(NearestName.of(word, List.of(other))).isEmpty();
    }

    @Test
    void takesTheNearestOfSeveral() {
        assertThat(NearestName.of("softmix", List.of("softplus", "softmax", "softmixed")))
                .contains("softmax");
    }

    @Test
    void aliasesAreMeantButNotListed() {
        List<String> names = List.of("gradient-descent", "adam");
        List<String> namesAndAliases = List.of("gradient-descent", "adam", "sgd");
        assertThat(NearestName.hint("sdg", namesAndAliases, names)).isEqualTo("; did you mean 'sgd'?");
        assertThat(NearestName.hint("lion", namesAndAliases, names)).isEqualTo("; there is gradient-descent, adam");
    }

    @Test
    void ofEqualsTheFirst() {
        assertThat(NearestName.of("bat", List.of("cat", "hat"))).contains("cat");
    }

    @Test
    void noCandidatesAreNone() {
        assertThat(NearestName.of("relu", List.of())).isEmpty();
        assertThat(NearestName.hint("relu", List.of())).isEqualTo("; there is none");
        assertThat(NearestName.of("", List.of("relu"))).isEmpty();
    }

    @Test
    void theHintNamesTheNearestOrWhatThereIs() {
        assertThat(NearestName.hint("rellu", NAMES)).isEqualTo("; did you mean 'relu'?");
        assertThat(NearestName.hint("swish", NAMES))
                .isEqualTo("; there is relu, leaky-relu, sigmoid, softmax, softplus, tanh");
    }

    @Test
    void aLongListIsShortened() {
        List<String> twentyOne =
                IntStream.range(100, 121).mapToObj(Integer::toString).toList();
        assertThat(NearestName.hint("swish", twentyOne)).endsWith("118, 119, …");
        assertThat(NearestName.hint("swish", twentyOne.subList(0, 20))).endsWith("118, 119");
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(NearestName.of("SIGMOIDD", List.of("sigmoid"))).contains("sigmoid");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aNameThatIsTakenWasNotMeant() {
        List<String> there = List.of("sepal_width", "petal");
        assertThat(NearestName.hintAmongFree("sepal_length", there, List.of("sepal_length", "sepal_width")))
                .isEqualTo("; there is sepal_width, petal");
        assertThat(NearestName.hintAmongFree("sepal_length", there, List.of("sepal_length", "sepal_length")))
                .isEqualTo("; did you mean 'sepal_width'?");
    }
}
