// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page, walked as a reader would. The word behind a fence says what its block is:
 *
 * <ul>
 *   <li>{@code sh}: commands for one shell, from page's beginning to its end; with {@code exit:N} they end so;
 *   <li>{@code text}: what the block before it printed; with {@code stderr}, there;
 *   <li>{@code python}: a script of its own, run where it stands;
 *   <li>{@code java}: a part of one program, which runs at the page's end;
 *   <li>{@code xml}: a dependency, of this version;
 *   <li>{@code java FILE}, {@code json FILE} …: a file. One that is in the repository holds what the block shows; another is
 *       written.
 * </ul>
 */
final class Walk implements AutoCloseable {
    private static final Pattern EXIT = Pattern.compile("exit:(\\d+)");
    private static final Pattern SCRIPT = Pattern.compile("\\bpython3 (\\S+\\.py)");
    private static final Python PYTHON = new Python();

    private final Workspace workspace;
    private final Shell shell;
    private final Snippets snippets = new Snippets();
    private final Leftovers leftovers;
    private Optional<Nn> last = Optional.empty();
    private boolean broken;
    private boolean skipped;
    private boolean afterSnippet;

    /** A walk of a page, whose name is also that of its folder and of what others have left for it. */
    Walk(String page) throws IOException {
        workspace = Workspace.of(page);
        shell = new Shell(workspace.folder(), workspace.notes(), workspace.environment());
        leftovers = new Leftovers(page, workspace.folder());
    }

    /** Where it is walked. */
    Path folder() {
        return workspace.folder();
    }

    /** Does what a block says. */
    void take(Block block) throws IOException, InterruptedException {
        assumeTrue(!broken, "a block before this one has failed");
        broken = true;
        boolean passedOver = skipped;
        skipped = false;
        switch (block.language()) {
            case "sh" -> commands(block);
            case "text" -> printed(block, passedOver);
            case "python" -> python(block);
            case "java" -> java(block);
            case "json" -> ShownFile.take(block, folder());
            case "xml" -> ShownFile.takeDependency(block);
            default -> fail("%s: no way is known to run a block of language '%s'", block, block.language());
        }
        broken = false;
    }

    private void commands(Block block) throws IOException, InterruptedException {
        afterSnippet = false;
        String commands = definitions(block) + block.text();
        Matcher exit = EXIT.matcher(block.word());
        if (exit.matches()) {
            last = Optional.of(shell.attempt(commands));
            assertThat(last.get().exit())
                    .as(block + "\n" + last.get().err())
                    .isEqualTo(Integer.parseInt(exit.group(1)));
        } else {
            assertThat(block.word()).as(block + ": what is behind 'sh'").isEmpty();
            succeed(block, commands);
        }
    }

    /** Makes python3 one that has what the block's scripts import. */
    private String definitions(Block block) throws IOException {
        SortedSet<String> modules = new TreeSet<>();
        for (MatchResult script : SCRIPT.matcher(block.text()).results().toList()) {
            modules.addAll(Python.imports(Files.readString(folder().resolve(script.group(1)))));
        }
        return modules.isEmpty() ? "" : "python3() { '" + python(block, modules) + "' \"$@\"; }\n";
    }

    /** Not every machine that builds has it. */
    private void passOverWithout(String tool, Block block) {
        if (block.text().contains(tool + " ") && !workspace.hasTool(tool)) {
            skipped = true;
            broken = false;
            assumeTrue(false, "no " + tool + " is here");
        }
    }

    private void succeed(Block block, String commands) throws IOException, InterruptedException {
        Nn run = shell.run(commands);
        last = Optional.of(run);
        assertThat(run.exit()).as(block + "\n" + run.err() + run.out()).isZero();
    }

    private void printed(Block block, boolean passedOver) {
        if (afterSnippet) {
            snippets.prints(block.text());
            return;
        }
        assertThat(block.word()).as(block + ": what is behind 'text'").isIn("", "stderr");
        broken = !passedOver;
        assumeTrue(!passedOver, "the block that prints this was not run");
        Nn run = last.orElseThrow(() -> new AssertionError(block + ": no block before it has printed anything"));
        assertPrinted(block.toString(), block.text(), block.word().equals("stderr") ? run.err() : run.out());
    }

    private static void assertPrinted(String what, String shown, String printed) {
        if (!Shown.matches(shown, printed)) {
            assertThat(printed.strip()).as(what).isEqualTo(shown.strip());
        }
    }

    private void python(Block block) throws IOException, InterruptedException {
        if (!block.word().isEmpty()) {
            ShownFile.take(block, folder());
            return;
        }
        afterSnippet = false;
        String python = python(block, Python.imports(block.text()));
        Path script =
                Files.writeString(workspace.notes().resolve(block.place().replace(':', '-') + ".py"), block.text());
        succeed(block, "'" + python + "' '" + script + "'");
    }

    private String python(Block block, SortedSet<String> modules) throws IOException {
        Optional<String> python = PYTHON.with(modules);
        if (python.isEmpty()) {
            leftovers.standInFor(block);
            skipped = true;
            broken = false;
        }
        assumeTrue(
                python.isPresent(), "no python3 with " + String.join(", ", modules) + " is here; set NN_PYTHON to one");
        return python.get();
    }

    private void java(Block block) throws IOException {
        if (block.word().isEmpty()) {
            snippets.add(block.text());
            afterSnippet = true;
        } else {
            ShownFile.take(block, folder());
        }
    }

    /** Compiles, without warnings, and runs what the page's Java blocks are together. */
    void runSnippets() throws IOException, InterruptedException {
        assumeTrue(!broken, "a block before has failed");
        if (!snippets.isEmpty()) {
            Path source = Files.writeString(workspace.notes().resolve("Snippets.java"), snippets.program());
            Path lib = Built.distribution().resolve("lib");
            succeed(new Block("the page's Java", "java", "", ""), """
                    javac -cp "%1$s/*" -Xlint:all -Werror -d "%2$s" "%3$s"
                    java -cp "%2$s:%1$s/*" Snippets
                    """.formatted(lib, workspace.notes(), source));
            assertPrinted(
                    "the page's Java", snippets.printed(), last.orElseThrow().out());
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}
