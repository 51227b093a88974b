package org.vigie.ledger;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class LedgerArchitectureTest {

  private static final JavaClasses LEDGER =
      new ClassFileImporter()
          .withImportOption(DO_NOT_INCLUDE_TESTS)
          .importPackages("org.vigie.ledger");

  /** The verifier is made of these classes and a JDK. */
  @Test
  void depends_on_the_jdk_and_the_kernel_alone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.vigie.ledger..",
            "org.vigie.kernel..",
            "java..",
            "javax.security.auth.x500",
            "org.jspecify.annotations")
        .check(LEDGER);
  }

  @Test
  void has_no_cycles() {
    slices().matching("org.vigie.ledger.(**)").should().beFreeOfCycles().check(LEDGER);
  }
}
