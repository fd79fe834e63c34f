// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider's fault is told as the provider's, with its name; what it says of its source is handed on. */
@NullUnmarked
class RowSourcesTest {
    private static final SourceRequest REQUEST = SourceRequest.of("made:it");

    @TempDir
    Path folder;

    /** Nothing that this gives is what it should be. */
    private static class Nothing implements RowSourceProvider {
        @Override
        public String name() {
            return null;
        }

        @Override
        public boolean reads(String location) {
            return location.startsWith("made:");
        }

        @Override
        public RowSource open(SourceRequest request) throws IOException {
            return null;
        }

        @Override
        public Optional<RowSource> open(SourceRequest request, InputStream in) throws IOException {
            return null;
        }

        @Override
        public List<Path> files(SourceRequest request) {
            return null;
        }
    }

    /** Throws when it is opened, and gives rows that throw. */
    private static final class Throwing extends Nothing {
        private final Exception thrown;

        Throwing(Exception thrown) {
            this.thrown = thrown;
        }

        @Override
        public RowSource open(SourceRequest request) throws IOException {
            if (thrown instanceof IOException io) {
                throw io;
            }
            throw (RuntimeException) thrown;
        }

        @Override
        public Optional<RowSource> open(SourceRequest request, InputStream in) {
            return Optional.of(new RowSource() {
                @Override
                public String source() {
                    return request.location();
                }

                @Override
                public List<String> header() {
                    return List.of("a");
                }

                @Override
                public Optional<SourceRow> next() {
                    throw (RuntimeException) thrown;
                }

                @Override
                public void close() {}
            });
        }
    }

    private static void assertBroken(ThrowingWork work, String fault) {
        ComponentException broken = catchThrowableOfType(ComponentException.class, work::run);
        assertThat(broken.reason()).isEqualTo(ComponentException.Reason.BROKEN);
        assertThat(broken)
                .hasMessageStartingWith("row source provider dev.nn4j.io.RowSourcesTest$")
                .hasMessageEndingWith(" is broken: " + fault + "; correct it, or leave it out");
    }

    private interface ThrowingWork {
        void run() throws IOException;
    }

    @Test
    void aProviderThatGivesNullIsNamed() {
        RowSources sources = RowSources.of(List.of(new Nothing()));
        assertBroken(() -> sources.open(REQUEST), "open(\"made:it\") gives null");
        assertBroken(() -> sources.open(REQUEST, InputStream.nullInputStream()), "open(\"made:it\") gives null");
        assertBroken(() -> sources.files(REQUEST), "files(\"made:it\") gives null");
    }

    @Test
    void aProviderOrItsRowsThatThrowAreNamed() throws IOException {
        RowSources sources = RowSources.of(List.of(new Throwing(new IllegalStateException("not today"))));
        assertBroken(
                () -> sources.open(REQUEST), "open(\"made:it\") throws java.lang.IllegalStateException: not today");
        RowSource rows = sources.open(REQUEST, InputStream.nullInputStream());
        assertThat(rows.header()).containsExactly("a");
        assertBroken(rows::next, "open(\"made:it\").next() throws java.lang.IllegalStateException: not today");
        assertBroken(rows::nextOrBlank, "open(\"made:it\").next() throws java.lang.IllegalStateException: not today");
    }

    @Test
    void whatAProviderSaysOfItsSourceIsHandedOn() {
        for (Exception said : List.of(new NoSuchFileException("it"), new DataException("made:it: holds nothing"))) {
            RowSources sources = RowSources.of(List.of(new Throwing(said)));
            assertThat(catchThrowableOfType(Exception.class, () -> sources.open(REQUEST)))
                    .isSameAs(said);
        }
    }

    @Test
    void aServiceThatCannotBeLoadedIsNamed() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(RowSourceProvider.class.getName()), "com.acme.Gone\n");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, RowSources.class.getClassLoader())) {
            assertThatExceptionOfType(ComponentException.class)
                    .isThrownBy(() -> RowSources.installed(loader))
                    .withMessageStartingWith("a row source provider cannot be loaded: ")
                    .withMessageContaining("com.acme.Gone")
                    .withMessageEndingWith("; correct it, or leave it out");
        }
    }

    @Test
    void noProviderIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> RowSources.of(Arrays.asList((RowSourceProvider) null)))
                .withMessage("row sources: a provider is null");
    }
}
