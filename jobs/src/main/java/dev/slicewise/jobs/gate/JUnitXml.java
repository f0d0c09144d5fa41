package dev.slicewise.jobs.gate;

import dev.slicewise.core.gate.Verdict;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.Labels;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code gates.xml} as JUnit does, which every CI shows: a suite per gate, a test case per
 * slice. What is inconclusive is skipped, unless the gate counts that as a failure. No times, so
 * equal results are equal bytes.
 */
public final class JUnitXml {
  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Writes the document; the writer stays open. */
  public static void write(Writer out, List<GateResult> results) throws IOException {
    try {
      JUnitXml document = new JUnitXml(XMLOutputFactory.newFactory().createXMLStreamWriter(out));
      document.write(results);
    } catch (XMLStreamException e) {
      throw new IOException("could not write gates.xml", e);
    }
  }

  private void write(List<GateResult> results) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    attribute("name", "slicewise gates");
    for (GateResult result : results) {
      suite(result);
    }
    line(0);
    xml.writeEndElement();
    line(0);
    xml.writeEndDocument();
    xml.flush();
  }

  private void suite(GateResult result) throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", result.gate().name());
    attribute("tests", String.valueOf(result.lines().size()));
    attribute("failures", String.valueOf(result.lines().stream().filter(this::fails).count()));
    attribute("errors", "0");
    attribute("skipped", String.valueOf(result.lines().stream().filter(this::isOpen).count()));
    for (GateLine line : result.lines()) {
      test(line);
    }
    line(1);
    xml.writeEndElement();
  }

  private boolean fails(GateLine line) {
    return line.verdict() == Verdict.FAIL
        || (line.verdict() == Verdict.INCONCLUSIVE && line.gate().ifInconclusive() == Verdict.FAIL);
  }

  private boolean isOpen(GateLine line) {
    return line.verdict() == Verdict.INCONCLUSIVE && !fails(line);
  }

  private void test(GateLine line) throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    attribute("classname", line.gate().name());
    attribute("name", Labels.slice(line.slice()));
    if (line.verdict() != Verdict.PASS) {
      line(3);
      xml.writeEmptyElement(fails(line) ? "failure" : "skipped");
      if (fails(line)) {
        attribute("type", GatesJson.word(line.verdict()));
      }
      attribute(
          "message",
          "expected " + line.gate().requirement().text() + ", found " + GateText.line(line));
    }
    line(2);
    xml.writeEndElement();
  }

  /** Control characters have no place in XML, not even escaped. */
  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, DisplayText.visible(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
