// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc.internal;

import dev.nn4j.api.DataException;
import java.util.regex.Pattern;

/**
 * Where a database is, without anything secret, so that it may stand in messages, in logs and in the list of processes.
 *
 * @param text as a driver takes it
 * @param name as messages name it
 */
public record DatabaseUrl(String text, String name) {
    private static final Pattern SETTING = Pattern.compile(
            "[?&;](password|passwd|pwd|passphrase|sslpassword|token|secret)[^=&;]*=", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEFORE_HOST = Pattern.compile("//[^/@?;]*:[^/@?;]*@|^jdbc:oracle:\\w+:[^/@]+/[^@]+@");
    private static final Pattern REST =
            Pattern.compile("[?;].*|(?<=//)[^/]*@|(?<=^jdbc:oracle:)[^@]*@", Pattern.DOTALL);

    /**
     * A location that holds no password.
     *
     * @throws DataException if it does; the message does not repeat it
     */
    public static DatabaseUrl of(String location) {
        if (SETTING.matcher(location).find() || BEFORE_HOST.matcher(location).find()) {
            throw new DataException(REST.matcher(location).replaceAll("")
                    + ": the URL holds a password, which shows in lists of processes and in histories; leave it out and"
                    + " set NN_JDBC_PASSWORD, or NN_JDBC_CREDENTIALS to a file with user=… and password=…");
        }
        return new DatabaseUrl(location, location);
    }

    /** The database's kind: {@code postgresql} of {@code jdbc:postgresql://host/sales}. */
    public String kind() {
        String[] parts = text.split(":", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    @Override
    public String toString() {
        return name;
    }
}
