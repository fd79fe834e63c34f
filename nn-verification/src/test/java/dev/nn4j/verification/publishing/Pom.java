// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.publishing;

import dev.nn4j.verification.Built;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * A module's pom as it stands in the repository.
 *
 * @param module its directory; empty for the root
 * @param document the XML
 */
record Pom(String module, Document document) {
    static Pom of(String module) throws Exception {
        Path file = Built.repository().resolve(module).resolve("pom.xml");
        return new Pom(
                module,
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
    }

    /** Texts at an XPath. */
    List<String> texts(String path) throws XPathExpressionException {
        NodeList found =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent().strip())
                .toList();
    }

    /** Whether a release leaves it out. */
    boolean isPrivate() throws XPathExpressionException {
        return texts("/project/properties/maven.deploy.skip").contains("true");
    }
}
