package org.vigie.seal;

/**
 * Where a sealed row belongs. Bound to it when sealing, so a row moved anywhere else is refused.
 *
 * @param register which register
 * @param table which table
 * @param row which row
 * @param column which column
 * @param epoch the register's epoch
 * @param schema version of what is sealed
 */
public record Place(
    String register, String table, String row, String column, int epoch, int schema) {

  byte[] bytes() {
    return Bytes.framed(
        Bytes.of("vigie/v1/place"),
        Bytes.of(register),
        Bytes.of(table),
        Bytes.of(row),
        Bytes.of(column),
        Bytes.of(epoch),
        Bytes.of(schema));
  }
}
