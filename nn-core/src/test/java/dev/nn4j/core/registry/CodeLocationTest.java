// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Class loaders name the places they load from as they like. */
class CodeLocationTest {
    @ParameterizedTest
    @CsvSource({
        "file:/opt/app/lib/nn-activations.jar, nn-activations.jar",
        "file:/opt/app/classes/, classes",
        "file:/C:/Program%20Files/app.jar, app.jar",
        "file:/opt/gr%C3%B6%C3%9Fe.jar, größe.jar",
        "jar:file:/opt/app.jar!/, app.jar",
        "jar:nested:/opt/app.jar/!BOOT-INF/lib/nn-losses.jar!/, nn-losses.jar",
        "jar:nested:/opt/app.jar/!BOOT-INF/classes/!/, classes",
        "nested:/opt/app.jar/!, app.jar",
        "vfs:/content/app.war/WEB-INF/lib/nn-optim.jar, nn-optim.jar",
        "bundleresource://12.fwk3/, ",
        "spark://driver:7077/jars/plugin.jar, plugin.jar",
        "memory:, ",
        "memory:/, "
    })
    void aPersonLooksForTheLastNameInAUrl(String url, String name) throws IOException {
        assertThat(CodeLocation.name(of(url)).orElse(null)).isEqualTo(name);
    }

    @Test
    void onlyAFileUrlIsAFile() throws IOException {
        assertThat(CodeLocation.file(of("file:/opt/app.jar"))).contains(Path.of("/opt/app.jar"));
        assertThat(CodeLocation.file(of("jar:nested:/opt/app.jar/!BOOT-INF/lib/a.jar!/")))
                .isEmpty();
        assertThat(CodeLocation.file(of("nested:/opt/app.jar/!"))).isEmpty();
        assertThat(CodeLocation.file(of("file:/not encoded.jar"))).isEmpty();
        assertThat(CodeLocation.file(of("file://host/share/app.jar"))).isEmpty();
    }

    private static URL of(String text) throws MalformedURLException {
        return new URL(null, text, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) throws IOException {
                throw new IOException("not asked for");
            }
        });
    }
}
