// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.page;

import java.util.List;
import java.util.Optional;

/** A part of a page. Its texts are plain: what writes it makes them harmless. */
public sealed interface PageBlock {
    /** Asks which block it is. */
    <R> R match(Cases<R> cases);

    /**
     * One answer for each block.
     *
     * @param <R> what is answered
     */
    interface Cases<R> {
        R heading(Heading heading);

        R paragraph(Paragraph paragraph);

        R items(Items items);

        R cells(Cells cells);

        R code(Code code);
    }

    /** What the following blocks are of. */
    record Heading(String text) implements PageBlock {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.heading(this);
        }
    }

    /** A sentence or several. */
    record Paragraph(String text) implements PageBlock {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.paragraph(this);
        }
    }

    /** A list. */
    record Items(List<String> texts) implements PageBlock {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.items(this);
        }
    }

    /** A table; its first line names the columns. */
    record Cells(List<String> header, List<List<Cell>> lines) implements PageBlock {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cells(this);
        }

        /** Lines of texts. */
        public static Cells ofTexts(List<String> header, List<List<String>> lines) {
            return new Cells(
                    header,
                    lines.stream()
                            .map(line -> line.stream().map(Cell::text).toList())
                            .toList());
        }
    }

    /** A cell: a text, or in HTML a picture in its place. */
    record Cell(String text, Optional<String> svg) {
        /** Only a text. */
        public static Cell text(String text) {
            return new Cell(text, Optional.empty());
        }
    }

    /** Text that keeps its lines. */
    record Code(String text) implements PageBlock {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.code(this);
        }
    }
}
