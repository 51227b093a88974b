package org.vigie.seal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SealArchitectureTest {

  private static final String[] CRYPTOGRAPHY = {
    "javax.crypto..", "org.bouncycastle..", "com.google.crypto..", "com.exceptionfactory.."
  };

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.vigie");

  @Test
  void nobody_else_touches_cryptography() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.vigie.seal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CRYPTOGRAPHY)
        .check(ours);
  }

  @Test
  void the_seal_knows_only_the_kernel_and_cryptography() {
    classes()
        .that()
        .resideInAPackage("org.vigie.seal..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.vigie.seal..",
            "org.vigie.kernel..",
            "java..",
            "javax.crypto..",
            "org.bouncycastle..",
            "com.google.crypto..",
            "com.exceptionfactory..",
            "org.jspecify..",
            "com.google.errorprone..")
        .check(ours);
  }

  @Test
  void each_library_has_its_few_places() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Xaes")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.crypto..")
        .check(ours);
  }

  @Test
  void no_package_is_in_a_cycle() {
    slices().matching("org.vigie.(**)").should().beFreeOfCycles().check(ours);
  }
}
