// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What nn draws without a script. */
class SvgPictureTest {
    private static final String HOSTILE = "<script>\"a\" & 'b'</script>";

    private static Element parsed(SvgPicture picture) throws Exception {
        byte[] xml = picture.markup().getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    @Test
    void textsAreTextsWhateverStandsInThem() throws Exception {
        SvgStyle plain = SvgStyle.fill("ink");
        for (SvgPicture picture : List.of(
                SvgPicture.inline("bars", 10, 10, HOSTILE),
                SvgPicture.flexible(10, 10, HOSTILE),
                SvgPicture.file(10, 10, HOSTILE))) {
            Element root = parsed(picture.text(HOSTILE, 1, 2, TextAnchor.END, plain)
                    .upwards(HOSTILE, 1, 2, TextAnchor.MIDDLE, plain));
            assertThat(root.getElementsByTagName("text").item(0).getTextContent())
                    .isEqualTo(HOSTILE);
            assertThat(root.getElementsByTagName("text").item(1).getTextContent())
                    .isEqualTo(HOSTILE);
            assertThat(root.getElementsByTagName("script").getLength()).isZero();
            boolean labelled = root.getAttribute("aria-label").equals(HOSTILE);
            boolean titled = root.getElementsByTagName("title").getLength() == 1;
            assertThat(labelled || titled).as("told to who does not see it").isTrue();
        }
    }

    @Test
    void placesHaveNoMoreDigitsThanOneSees() {
        assertThat(SvgPicture.inline("bars", 100, 20, "x")
                        .line(1.0 / 3, 2, 3, 4.5, SvgStyle.ofClass("span"))
                        .course(new double[] {0, 1.006}, new double[] {-1, 2}, SvgStyle.stroke("s0"))
                        .markup())
                .contains(
                        "<line x1=\"0.33\" y1=\"2\" x2=\"3\" y2=\"4.5\" class=\"span\"/>",
                        "<polyline points=\"0,-1 1.01,2\" fill=\"none\" stroke-linejoin=\"round\" stroke=\"var(--s0)\"/>");
    }

    /** One writer for all pictures: what is escaped and rounded here is so everywhere. */
    @Test
    void noOtherClassWritesSvg() throws IOException {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> writers = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(SvgPictureTest::writesSvg)
                    .toList();
            assertThat(writers).containsExactly(sources.resolve("dev/nn4j/report/internal/svg/SvgPicture.java"));
        }
    }

    private static boolean writesSvg(Path file) {
        try {
            return Files.readString(file).contains("\"<svg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
