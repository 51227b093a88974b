package org.vigie.node.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.kernel.Language;

class TaxonomyTest {

  private final Taxonomy taxonomy = Taxonomy.shipped();

  @Test
  void has_ten_families_and_fifty_nine_leaves() {
    assertThat(taxonomy.families()).hasSize(10);
    assertThat(taxonomy.families().stream().mapToInt(f -> taxonomy.leavesOf(f).size()).sum())
        .isEqualTo(59);
  }

  @Test
  void labels_and_defines_every_leaf_in_both_languages() {
    for (var family : taxonomy.families()) {
      assertThat(family.in(Language.FR).label()).isNotBlank();
      for (var leaf : taxonomy.leavesOf(family)) {
        for (var language : new Language[] {Language.EN, Language.FR}) {
          assertThat(leaf.in(language).label()).as(leaf.code()).isNotBlank();
          assertThat(leaf.in(language).definition()).as(leaf.code()).isNotBlank();
        }
        assertThat(leaf.mapping().ohchr()).as(leaf.code()).matches("[1-6]");
      }
    }
  }

  @Test
  void keeps_commas_and_quotation_marks_inside_labels() {
    assertThat(taxonomy.find("threat-reach").orElseThrow().in(Language.EN).label())
        .isEqualTo("“We can find you” threat");
  }

  @Test
  void knows_no_code_that_is_not_in_it() {
    assertThat(taxonomy.find("nothing")).isEmpty();
  }
}
