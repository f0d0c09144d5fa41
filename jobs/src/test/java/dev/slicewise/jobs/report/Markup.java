package dev.slicewise.jobs.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A report read back by a parser that forgives nothing. */
final class Markup {
  private final Document document;

  private Markup(Document document) {
    this.document = document;
  }

  static Markup parse(String html) {
    try {
      return new Markup(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(html))));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("the report is not well-formed", e);
    }
  }

  static Markup of(ReportInput input) throws IOException {
    return parse(Reports.write(input));
  }

  List<Element> elements(String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** Elements of a class. */
  List<Element> ofClass(String element, String cssClass) {
    return elements(element).stream()
        .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(cssClass))
        .toList();
  }

  /** The text of the only element of its class. */
  String only(String element, String cssClass) {
    List<Element> found = ofClass(element, cssClass);
    if (found.size() != 1) {
      throw new AssertionError("expected one " + element + "." + cssClass + ", found " + found);
    }
    return found.get(0).getTextContent();
  }

  /** All text but the style sheet. */
  String text() {
    return elements("body").get(0).getTextContent();
  }

  /** The values of an attribute, of all elements that have it. */
  List<String> attributes(String name) {
    return elements("*").stream()
        .filter(e -> e.hasAttribute(name))
        .map(e -> e.getAttribute(name))
        .toList();
  }
}
