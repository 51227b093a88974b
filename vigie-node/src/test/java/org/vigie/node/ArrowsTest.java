package org.vigie.node;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md point down, and nothing goes round in circles. */
class ArrowsTest {

  private static final JavaClasses VIGIE =
      new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("org.vigie");

  @Test
  void point_down() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("kernel")
        .definedBy("org.vigie.kernel..")
        .layer("seal")
        .definedBy("org.vigie.seal..")
        .layer("ledger")
        .definedBy("org.vigie.ledger..")
        .layer("register")
        .definedBy("org.vigie.register..")
        .layer("imports")
        .definedBy("org.vigie.imports..")
        .layer("matching")
        .definedBy("org.vigie.matching..")
        .layer("typeset")
        .definedBy("org.vigie.typeset..")
        .layer("evidence")
        .definedBy("org.vigie.evidence..")
        .layer("node")
        .definedBy("org.vigie.node..")
        .whereLayer("node")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("evidence")
        .mayOnlyBeAccessedByLayers("node")
        .whereLayer("typeset")
        .mayOnlyBeAccessedByLayers("node")
        .whereLayer("matching")
        .mayOnlyBeAccessedByLayers("node")
        .whereLayer("imports")
        .mayOnlyBeAccessedByLayers("node")
        .whereLayer("register")
        .mayOnlyBeAccessedByLayers("node")
        .whereLayer("ledger")
        .mayOnlyBeAccessedByLayers("register", "evidence", "node")
        .whereLayer("seal")
        .mayOnlyBeAccessedByLayers("ledger", "register", "matching", "evidence", "node")
        .check(VIGIE);
  }

  @Test
  void never_go_round_in_circles() {
    slices().matching("org.vigie.(*)..").should().beFreeOfCycles().check(VIGIE);
    slices().matching("org.vigie.node.(*)..").should().beFreeOfCycles().check(VIGIE);
  }

  @Test
  void keep_frameworks_out_of_the_libraries() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.vigie.node..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "jakarta..", "gg.jte..", "java.sql..", "picocli..")
        .check(VIGIE);
  }

  @Test
  void keep_cryptographic_libraries_inside_seal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.vigie.seal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.crypto..", "org.bouncycastle..", "com.google.crypto..", "com.exceptionfactory..")
        .check(VIGIE);
  }

  @Test
  void keep_sql_inside_the_stores() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.vigie.node.store..", "org.vigie.node.ops..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "org.flywaydb..")
        .check(VIGIE);
  }
}
