package org.vigie.imports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ImportsArchitectureTest {

  private static final JavaClasses IMPORTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.vigie.imports");

  @Test
  void goes_round_in_no_circle() {
    slices().matching("org.vigie.(**)").should().beFreeOfCycles().check(IMPORTS);
  }

  @Test
  void knows_no_keys_and_no_libraries() {
    classes()
        .that()
        .resideOutsideOfPackage("org.vigie.imports.pdf..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.vigie.imports..",
            "org.vigie.kernel..",
            "java..",
            "javax.imageio..",
            "javax.security.auth.x500..",
            "org.jspecify.annotations")
        .check(IMPORTS);
  }

  @Test
  void reads_pdf_with_one_library_and_in_one_package() {
    classes()
        .that()
        .resideInAPackage("org.vigie.imports.pdf..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.vigie.imports..",
            "org.apache.pdfbox..",
            "org.apache.fontbox..",
            "java..",
            "javax.imageio..",
            "org.jspecify.annotations")
        .check(IMPORTS);
  }
}
