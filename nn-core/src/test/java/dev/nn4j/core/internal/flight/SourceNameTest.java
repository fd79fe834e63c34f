// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNameTest {
    @ParameterizedTest
    @CsvSource({
        "data/part-?.csv, data/part-?.csv",
        "C:\\data\\a;b.csv, C:\\data\\a;b.csv",
        "<stdin>, <stdin>",
        "jdbc:postgresql://host/sales, jdbc:postgresql://host/sales",
        "jdbc:postgresql://host/sales?user=anna&password=geheim, jdbc:postgresql://host/sales",
        "jdbc:h2:mem:sales;USER=anna;PASSWORD=geheim, jdbc:h2:mem:sales",
        "jdbc:postgresql://anna:geheim@host/sales, jdbc:…@host/sales",
        "jdbc:postgresql://anna:ge?heim@host/sales?x=y, jdbc:…@host/sales",
        "jdbc:oracle:thin:anna/geheim@//host:1521/sales, jdbc:…@//host:1521/sales",
        "s3://key:geheim@bucket/rows.csv, s3:…@bucket/rows.csv"
    })
    void anAddressHasNoUserPasswordAndSettings(String source, String named) {
        assertThat(SourceName.withoutCredentials(source)).isEqualTo(named);
    }
}
