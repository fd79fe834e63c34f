// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonReader;
import dev.nn4j.config.internal.json.JsonText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EscapedTest {
    private static final String HOSTILE = "</script><!-- \u2028\u2029 ]]> & \" ' \\ https://example.org";

    @Test
    void jsonMeansTheSameAndEndsNothing() throws Exception {
        String escaped = Escaped.json(JsonText.compact(Json.text(HOSTILE)));

        assertThat(escaped).doesNotContain("<", ">", "&", "\u2028", "\u2029", "//");
        assertThat(JsonReader.read(new ByteArrayInputStream(escaped.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Json.text(HOSTILE));
    }

    @Test
    void htmlIsTextOnly() {
        assertThat(Escaped.html("<b a=\"1\" c='2'>&//"))
                .isEqualTo("&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;&#47;&#47;");
    }
}
