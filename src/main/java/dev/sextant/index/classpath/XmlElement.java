package dev.sextant.index.classpath;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML file: its local name, its text, its child elements.
 *
 * <p>Document types and external entities are not read, and elements nested deep are refused.
 */
final class XmlElement {
  private static final int DEEPEST = 64;

  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<XmlElement> children = new ArrayList<>();

  private XmlElement(String name) {
    this.name = name;
  }

  /** The outermost element of the file in {@code bytes}. */
  static XmlElement read(byte[] bytes) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        return read(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException | MissingResourceException e) {
      // A native image has no catalogue of the parser's messages, and the parser fails to find one.
      throw new IOException("it is no well-formed XML: " + e.getMessage(), e);
    }
  }

  private static XmlElement read(XMLStreamReader reader) throws XMLStreamException, IOException {
    XmlElement document = new XmlElement("");
    Deque<XmlElement> open = new ArrayDeque<>();
    open.push(document);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlElement element = new XmlElement(reader.getLocalName());
          open.element().children.add(element);
          open.push(element);
          if (open.size() > DEEPEST) {
            throw new IOException("its elements are nested too deep");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element().text.append(reader.getText());
        default -> {}
      }
    }
    return document.children.getFirst();
  }

  /** The name without its namespace. */
  String name() {
    return name;
  }

  /** The text directly in it, without blanks around. */
  String text() {
    return text.toString().strip();
  }

  /** The elements directly in it, in their order. */
  List<XmlElement> children() {
    return children;
  }

  /** The first child called {@code child}. */
  Optional<XmlElement> child(String child) {
    return children.stream().filter(element -> element.name.equals(child)).findFirst();
  }

  /** The text of the first child called {@code child}, empty without one. */
  String textOf(String child) {
    return child(child).map(XmlElement::text).orElse("");
  }

  /** The children of the first child called {@code child}, none without one. */
  List<XmlElement> childrenOf(String child) {
    return child(child).map(XmlElement::children).orElse(List.of());
  }
}
