package org.vigie.kernel;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KernelArchitectureTest {

  private static final JavaClasses KERNEL =
      new ClassFileImporter()
          .withImportOption(DO_NOT_INCLUDE_TESTS)
          .importPackages("org.vigie.kernel");

  @Test
  void depends_on_the_jdk_alone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.vigie.kernel..", "java..", "org.jspecify.annotations")
        .check(KERNEL);
  }

  @Test
  void stays_small() {
    assertThat(KERNEL.stream().filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC)))
        .hasSizeLessThanOrEqualTo(25);
  }

  @Test
  void identifiers_are_fresh_and_of_one_shape() {
    var random = new SecureRandom();
    assertThat(RegisterId.random(random)).isNotEqualTo(RegisterId.random(random));
    assertThat(new MemberId(MemberId.random(random).value()).bytes()).hasSize(16);
    assertThat(BlobId.random(random).value()).matches("[0-9a-f]{32}");
  }
}
