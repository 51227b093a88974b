package org.vigie.imports.xml;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes XML readers. Protects against external entities, parameter entities and entities that grow
 * without end: a document type declaration is skipped unread and any entity it would define is an
 * error. Does not protect against long documents; callers count.
 */
public final class HardenedXml {

  private static final XMLInputFactory FACTORY = factory();

  private HardenedXml() {}

  /**
   * A reader of {@code in}, which the caller closes.
   *
   * @throws XMLStreamException if the document does not begin as XML
   */
  public static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    synchronized (FACTORY) {
      return FACTORY.createXMLStreamReader(in);
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external entity");
    });
    return factory;
  }
}
