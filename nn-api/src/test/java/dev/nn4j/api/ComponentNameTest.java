// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"relu", "leaky-relu", "l2", "x", "he-normal-2"})
    void kebabCaseIsABareName(String name) {
        assertThat(ComponentName.isWellFormed(name)).isTrue();
        assertThat(ComponentName.isBare(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme:swish", "my-company:swish-2", "acme.labs:x", "org.acme-labs.nn4j:relu6", "a1:b"})
    void aVendorMayStandBeforeIt(String name) {
        assertThat(ComponentName.isWellFormed(name)).isTrue();
        assertThat(ComponentName.isBare(name)).isFalse();
    }

    @ParameterizedTest
    @EmptySource
    @ValueSource(
            strings = {
                " ",
                "Relu",
                "leaky_relu",
                "leaky relu",
                "2x",
                "-a",
                "a-",
                "a--b",
                "a.b",
                "ſwish",
                "gelü",
                "relu\n",
                "acme:",
                ":swish",
                "a:b:c",
                "Acme:swish",
                "acme:Swish",
                "acme::swish",
                "acme :swish",
                "2a:swish",
                "a.:swish",
                ".a:swish",
                "a..b:swish",
                "a-:swish",
                "acme_labs:swish",
                "acme:sw.ish",
                "../../x",
                "a/b"
            })
    void anythingElseIsMalformed(String name) {
        assertThat(ComponentName.isWellFormed(name)).isFalse();
    }

    /** What a person typed is asked this before it is known to be well-formed. */
    @Test
    void whatHasAColonIsNotBare() {
        assertThat(ComponentName.isBare("ACME:swish")).isFalse();
        assertThat(ComponentName.isBare(":")).isFalse();
        assertThat(ComponentName.isBare("No Name")).isTrue();
    }
}
