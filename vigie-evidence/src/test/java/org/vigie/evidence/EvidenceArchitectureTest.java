package org.vigie.evidence;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class EvidenceArchitectureTest {

  private static final JavaClasses EVIDENCE =
      new ClassFileImporter()
          .withImportOption(DO_NOT_INCLUDE_TESTS)
          .importPackages("org.vigie.evidence");

  /** The verifier is made of these classes and a JDK. */
  @Test
  void depends_on_the_jdk_the_kernel_and_the_ledger_alone() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.vigie.evidence..",
            "org.vigie.ledger..",
            "org.vigie.kernel..",
            "java..",
            "javax.security.auth.x500",
            "javax.imageio..",
            "org.jspecify.annotations")
        .check(EVIDENCE);
  }

  @Test
  void has_no_cycles() {
    slices().matching("org.vigie.evidence.(**)").should().beFreeOfCycles().check(EVIDENCE);
  }
}
