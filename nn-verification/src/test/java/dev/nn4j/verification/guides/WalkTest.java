// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that shows what is not so does not pass. */
class WalkTest {
    @TempDir
    private Path folder;

    private void walk(String page) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("page.md"), page);
        try (Walk walk = new Walk("page-of-a-test")) {
            for (Block block : Block.of(file)) {
                walk.take(block);
            }
            walk.runSnippets();
        }
    }

    @Test
    void whatIsSoPasses() {
        assertThatCode(() -> walk("""
                        Folder and variables are kept.

                        ```sh
                        mkdir inner
                        cd inner
                        word=kept
                        ```

                        - In a list:

                          ```sh
                          echo first; echo $word; basename $PWD; echo last
                          ```

                          ```text
                          first
                          k…
                          …
                          last
                          ```

                        ```sh exit:3
                        echo no >&2; exit 3
                        ```

                        ```text stderr
                        no
                        ```

                        ```json some.json
                        {}
                        ```

                        ```sh
                        cat ../some.json
                        ```

                        ```text
                        {}
                        ```

                        ```java
                        int answer = 42;
                        ```

                        ```java
                        System.out.println(answer);
                        ```

                        ```text
                        42
                        ```
                        """)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\necho no language\n```\n",
                "```kotlin\nprintln()\n```\n",
                "```sh\nfalse\ntrue\n```\n",
                "```sh quietly\ntrue\n```\n",
                "```sh exit:3\ntrue\n```\n",
                "```sh\necho one\n```\n```text\ntwo\n```\n",
                "```sh\necho one; echo two\n```\n```text\none\n```\n",
                "```text\nnobody printed this\n```\n",
                "```sh\necho one\n```\n```text aside\none\n```\n",
                "```json\n{}\n```\n",
                "```xml\n<groupId>dev.nn4j</groupId><version>0.0.0</version>\n```\n",
                "```java\nint twice = 1; int twice = 2;\n```\n",
                "```java\nSystem.out.println(1);\n```\n```text\n2\n```\n",
                "```java examples/embedding/TrainAndPredict.java\nclass Other {}\n```\n",
            })
    void whatIsNotSoFails(String page) {
        assertThatThrownBy(() -> walk(page)).isInstanceOf(AssertionError.class);
    }

    @Test
    void blocksKnowTheirPlace() throws IOException {
        Path file =
                Files.writeString(folder.resolve("page.md"), "One.\n\n```sh\na\n```\n\n  ```json x.json\n  b\n  ```\n");

        assertThat(Block.of(file))
                .containsExactly(
                        new Block("page.md:3", "sh", "", "a\n"), new Block("page.md:7", "json", "x.json", "b\n"));
    }
}
