package org.vigie.node.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a port. */
final class Port implements ITypeConverter<Integer> {

  private static final int LAST = 65_535;

  @Override
  public Integer convert(String value) {
    try {
      var port = Integer.parseInt(value);
      if (port >= 0 && port <= LAST) {
        return port;
      }
    } catch (NumberFormatException noNumber) {
      throw new TypeConversionException("'" + value + "' is no number from 0 to " + LAST);
    }
    throw new TypeConversionException("'" + value + "' is no number from 0 to " + LAST);
  }
}
