// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.Header;
import dev.nn4j.io.RowSources;
import dev.nn4j.io.SourceRequest;
import dev.nn4j.jdbc.internal.Database;
import dev.nn4j.jdbc.internal.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases are found by their URL; nothing secret is a part of it. */
class JdbcProviderTest {
    @Test
    void isFoundByItsScheme() throws IOException {
        SourceRequest request =
                SourceRequest.of("jdbc:h2:mem:").withQuery("select 1.5 as \"x\" union select 2 order by 1");
        try (RowSource rows = RowSources.installed().open(request)) {
            Table table = RowSources.read(rows, name -> CellType.NUMBER);
            assertThat(table.numbers("x")).containsExactly(1.5f, 2);
        }
        assertThat(RowSources.installed().files(request)).isEmpty();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> RowSources.installed().open(SourceRequest.of("jdbc:h2:mem:")))
                .withMessage("jdbc:h2:mem:: holds many tables; say which rows by a query, as in --query \"select * from"
                        + " customer order by id\"");
    }

    @Test
    void severalDatabasesAreOneTable() throws IOException {
        SourceRequest request = new SourceRequest(
                List.of("jdbc:h2:mem:a", "jdbc:h2:mem:b"), Header.FIRST_LINE, Optional.of("select 1 as \"x\""));
        try (RowSource rows = RowSources.installed().open(request)) {
            assertThat(RowSources.read(rows, name -> CellType.NUMBER).rows()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db?user=me&password=sesame",
                "jdbc:mysql://me:sesame@host/db",
                "jdbc:h2:mem:x;USER=me;PASSWORD=sesame",
                "jdbc:sqlserver://host;user=me;Password=sesame",
                "jdbc:oracle:thin:me/sesame@host:1521/db",
                "jdbc:postgresql://host/db?sslpassword=sesame"
            })
    void aPasswordInTheUrlIsRefusedAndNotRepeated(String url) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(
                        () -> RowSources.installed().open(SourceRequest.of(url).withQuery("select 1")))
                .withMessageContaining("the URL holds a password")
                .withMessageContaining("NN_JDBC_PASSWORD")
                .withMessageNotContaining("sesame");
    }

    @Test
    void whereThereIsNoDriverItIsSaidWhichOne(@TempDir Path drivers) {
        assertThatIOException()
                .isThrownBy(() -> Database.open(
                        DatabaseUrl.of("jdbc:oracle:thin:@host:1521/db"),
                        Map.of("NN_DRIVER_PATH", drivers.toString()),
                        true))
                .withMessage("jdbc:oracle:thin:@host:1521/db: there is no driver for it; put the jar"
                        + " com.oracle.database.jdbc:ojdbc17 (ojdbc17-VERSION.jar in Maven Central) into " + drivers
                        + ", or name it by NN_DRIVER_PATH");
    }

    @Test
    void aFileOfCredentialsIsReadIfOthersCannot(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), "user = me\npassword = sesame\n");
        Map<String, String> environment = Map.of("NN_JDBC_CREDENTIALS", file.toString());
        DatabaseUrl url = DatabaseUrl.of("jdbc:h2:" + folder.resolve("secret"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatIOException()
                .isThrownBy(() -> Database.open(url, environment, true))
                .withMessage(file + ": holds a password that others can read; chmod 600 it");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Database.open(url, environment, false).close();
        assertThatIOException()
                .isThrownBy(() -> Database.open(url, Map.of("NN_JDBC_USER", "me", "NN_JDBC_PASSWORD", "wrong"), true))
                .withMessageContaining("cannot be reached: Wrong user name or password");
        assertThatIOException()
                .isThrownBy(() -> Database.open(url, Map.of("NN_JDBC_CREDENTIALS", folder + "/none"), true))
                .withMessageContaining("is not there, though NN_JDBC_CREDENTIALS names it");
    }
}
