package org.vigie.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.ledger.Tiles.Tile;

class TilesTest {

  @Test
  void are_named_as_in_the_C2SP_document() {
    assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new Tile(2, 0, 1).path()).isEqualTo("tile/2/000.p/1");
    assertThat(new Tile(-1, 273, 112).path()).isEqualTo("tile/entries/273.p/112");
  }

  @Test
  void are_as_many_as_in_the_C2SP_document() {
    var tiles = Tiles.added(0, 70_000);

    assertThat(tiles.stream().filter(t -> t.level() == 0 && t.width() == 256)).hasSize(273);
    assertThat(tiles)
        .contains(
            new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1));
    assertThat(tiles.stream().filter(t -> t.level() > 0)).hasSize(3);
    assertThat(Tiles.added(0, 256))
        .containsExactly(new Tile(-1, 0, 256), new Tile(0, 0, 256), new Tile(1, 0, 1));
  }

  @Test
  void are_added_only_where_the_tree_grew() {
    assertThat(Tiles.added(256, 272)).containsExactly(new Tile(-1, 1, 16), new Tile(0, 1, 16));
    assertThat(Tiles.added(500, 520))
        .containsExactly(
            new Tile(-1, 1, 256),
            new Tile(-1, 2, 8),
            new Tile(0, 1, 256),
            new Tile(0, 2, 8),
            new Tile(1, 0, 2));
    assertThat(Tiles.added(272, 272)).isEmpty();
  }
}
