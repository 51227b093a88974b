package org.vigie.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The walls between the folders of the node (docs/architecture.md, "The node's folders"): a folder
 * uses only what stands below it, and of another folder only its root package.
 */
class ModulesTest {

  private static final String NODE = "org.vigie.node.";

  /** Floors from the ground up; a folder may use the floors below its own. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("ops", "picture"),
          Set.of("cage"),
          Set.of("shell", "share"),
          Set.of("house"),
          Set.of("store"),
          Set.of("casefile", "witness"),
          Set.of("incident", "consent", "exhibit", "caller", "number"),
          Set.of("link", "sequence", "capture", "claim", "leak"),
          Set.of("campaign", "dossier", "report"),
          Set.of("desk"),
          Set.of("doctor"),
          Set.of("backup"),
          Set.of("demo", "cli"));

  /** Folders of one floor that may use each other one way; whatever is not here may not. */
  private static final Map<String, Set<String>> BESIDE =
      Map.of(
          "exhibit", Set.of("incident", "number"),
          "caller", Set.of("incident", "exhibit", "number"),
          "incident", Set.of("number"),
          "cli", Set.of("demo"));

  private static final JavaClasses NODE_CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test"))
          .importPackages("org.vigie.node");

  @Test
  void use_only_what_stands_below_them() {
    var wrong = new TreeSet<String>();
    for (var type : NODE_CLASSES) {
      type.getDirectDependenciesFromSelf().stream()
          .filter(ModulesTest::pointsUp)
          .forEach(arrow -> wrong.add(arrow.getDescription()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void stand_on_a_floor_each() {
    assertThat(NODE_CLASSES).hasSizeGreaterThan(100);
    var known = new TreeSet<String>();
    FLOORS.forEach(known::addAll);
    for (var type : NODE_CLASSES) {
      var folder = folder(type);
      assertThat(folder.isEmpty() || known.contains(folder))
          .as("%s: give its folder a floor in ModulesTest and docs/architecture.md", type.getName())
          .isTrue();
    }
  }

  @Test
  void never_go_round_in_circles() {
    slices().matching(NODE + "(*)..").should().beFreeOfCycles().check(NODE_CLASSES);
  }

  @Test
  void keep_their_pages_to_themselves() {
    for (var floor : FLOORS) {
      for (var folder : floor) {
        noClasses()
            .that()
            .resideOutsideOfPackage(NODE + folder + "..")
            .and()
            .resideInAPackage("org.vigie..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(NODE + folder + ".web..")
            .check(NODE_CLASSES);
      }
    }
  }

  @Test
  void know_the_web_server_only_in_their_pages_and_in_the_frame() {
    noClasses()
        .that()
        .resideInAPackage("org.vigie.node..")
        .and()
        .resideOutsideOfPackages("..web..", "org.vigie.node.shell..", "org.vigie.node")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.servlet..", "org.springframework.web..", "org.apache.catalina..")
        .check(NODE_CLASSES);
  }

  /** S-05: Jackson's usual pool keeps the buffers of what it read last. */
  @Test
  void read_and_write_json_that_forgets() {
    noClasses()
        .that()
        .doNotHaveSimpleName("ForgetfulJson")
        .should()
        .callMethod("tools.jackson.databind.json.JsonMapper", "builder")
        .orShould()
        .callConstructor("tools.jackson.databind.json.JsonMapper")
        .check(NODE_CLASSES);
  }

  private static boolean pointsUp(Dependency arrow) {
    var from = folder(arrow.getOriginClass());
    var to = folder(arrow.getTargetClass().getBaseComponentType());
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return false;
    }
    return floor(to) > floor(from)
        || (floor(to) == floor(from) && !BESIDE.getOrDefault(from, Set.of()).contains(to));
  }

  private static int floor(String folder) {
    for (var i = 0; i < FLOORS.size(); i++) {
      if (FLOORS.get(i).contains(folder)) {
        return i;
      }
    }
    return FLOORS.size();
  }

  /** The folder of the node that a class lies in; empty for the node itself and for others. */
  private static String folder(JavaClass type) {
    var name = type.getPackageName();
    if (!name.startsWith(NODE)) {
      return "";
    }
    var rest = name.substring(NODE.length());
    var dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
