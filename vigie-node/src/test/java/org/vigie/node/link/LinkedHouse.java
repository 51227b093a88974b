package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestBrowser.Answer;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Founder.Person;

/** A house with a keeper, and people whose cases have a caseworker each; walked page by page. */
final class LinkedHouse implements AutoCloseable {

  static final String NUMBER = "+33 6 39 98 40 17";

  private static final Pattern OPTION = Pattern.compile("<option value=\"([0-9a-f]{32})\"");
  private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([0-9a-f]{64})\"");
  private static final Pattern CASE = Pattern.compile("/cases/([0-9a-f]{32})/consent");

  final TestNode node;
  final Person keeper;

  private LinkedHouse(TestNode node, Person keeper) {
    this.node = node;
    this.keeper = keeper;
  }

  /** Someone with a case of their own and who accompanies them. */
  record Side(LinkedHouse house, Person person, Person helper, String file) {

    String links() {
      return "/cases/" + file + "/links";
    }

    /** Writes an incident with these words down, lets it be read, and approves it. */
    String files(String words) {
      var incident = writes(words);
      approve(incident);
      return incident;
    }

    /** Files what somebody wrote who said they were {@code sender}. */
    String claims(String sender, String words) {
      var base = "/cases/" + file + "/incidents";
      person.browser().get(base + "/new");
      var kept =
          person
              .browser()
              .post(base, "original", words, "claimedSender", sender, "act", "recruit-informant");
      var incident = kept.location().substring(base.length() + 1);
      approve(incident);
      return incident;
    }

    String writes(String words) {
      var base = "/cases/" + file + "/incidents";
      person.browser().get(base + "/new");
      var kept = person.browser().post(base, "original", words, "channel", "call");
      assertThat(kept.status()).isEqualTo(303);
      return kept.location().substring(base.length() + 1);
    }

    /** Agrees to be counted in figures as well, or no longer does. */
    Side counts(String answer) {
      var path = "/cases/" + file + "/consent";
      person.browser().get(path);
      person
          .browser()
          .post(path, "answer.keep", "yes", "answer.match", "yes", "answer.statistics", answer);
      return this;
    }

    void changes(String incident, String words) {
      var path = "/cases/" + file + "/incidents/" + incident;
      person.browser().get(path + "/edit");
      assertThat(person.browser().post(path, "original", words).status()).isEqualTo(303);
    }

    Answer approve(String incident) {
      return approve(incident, read(incident));
    }

    /** What the helper's page says was read, or nothing where nothing waits for them. */
    String read(String incident) {
      var page = helper.browser().get(links()).body();
      var form = page.indexOf("action=\"" + links() + "/incidents/" + incident + "\"");
      var found = READ.matcher(page);
      return form >= 0 && found.find(form) ? found.group(1) : "";
    }

    Answer approve(String incident, String read) {
      return helper.browser().post(links() + "/incidents/" + incident, "read", read);
    }

    Side agrees(String answer) {
      var path = "/cases/" + file + "/consent";
      person.browser().get(path);
      person.browser().post(path, "answer.keep", "yes", "answer.match", answer);
      return this;
    }

    /** The addresses of the notices that {@code who} is asked about. */
    List<String> asked(Person who) {
      return Pattern.compile("action=\"(" + links() + "/[0-9a-f]{32})\"")
          .matcher(who.browser().get(links()).body())
          .results()
          .map(found -> found.group(1))
          .toList();
    }

    void answer(Person who, String answer) {
      var asked = asked(who);
      assertThat(asked).hasSize(1);
      who.browser().post(asked.getFirst(), "answer", answer);
    }

    /** Both of this side say yes. */
    void yes() {
      answer(helper, "yes");
      answer(person, "yes");
    }

    /** Everything this side can look at about its case, as bytes. */
    String everything(Person who) {
      var pages = new ArrayList<String>();
      for (var path : List.of(links(), "/cases/" + file, "/cases", "/introductions", "/")) {
        pages.add(plain(who.browser().get(path).body()));
      }
      return String.join("\n", pages);
    }

    /** A page without what differs by nature: the form's token and this case's own identifiers. */
    String plain(String body) {
      return body.replaceAll("value=\"[^\"]{20,}\"", "")
          .replaceAll("incidents/[0-9a-f]{16}", "incidents/i")
          .replace(file, "case")
          .replace(person.name(), "name");
    }
  }

  static LinkedHouse found(Path folder) {
    var node = TestNode.start(folder);
    return new LinkedHouse(node, Founder.found(node, "keeper"));
  }

  Person invite(String role, String name) {
    return Founder.invite(node, keeper, role, name);
  }

  /** Someone tells, agrees to the comparison, and lets a caseworker of their own read. */
  Side side(String name) {
    return side(name, invite("caseworker", name + " helper"));
  }

  /** Someone tells, agrees to the comparison, and lets {@code helper} read. */
  Side side(String name, Person helper) {
    var person = invite("person", name);
    admit(person, helper);
    return opened(name, person, helper);
  }

  /** {@code person} opens a case, agrees to the comparison, and lets {@code helper} read. */
  Side opened(String name, Person person, Person helper) {
    person.browser().get("/tell");
    var told = person.browser().post("/tell", "words", "Someone called.", "pseudonym", name);
    var file = group(CASE, told.location());
    var side = new Side(this, person, helper, file);
    side.agrees("yes");
    var people = "/cases/" + file + "/people";
    var choice = person.browser().get(people).body();
    var label = choice.indexOf(">N. " + helper.name() + "<");
    assertThat(label).isPositive();
    person.browser().post(people, "member", last(OPTION, choice.substring(0, label + 1)));
    return side;
  }

  /** The keeper lets everyone in who joined, which signs them out. */
  void admit(Person... people) {
    keeper.browser().get("/members");
    for (var person : people) {
      enter(person);
    }
  }

  /** Signs somebody in again, with a code that was not used yet. */
  void enter(Person person) {
    node.later(Duration.ofSeconds(31));
    person.browser().get("/leave");
    person.browser().get("/sign-in");
    var entered =
        person
            .browser()
            .post(
                "/sign-in",
                "name",
                person.name(),
                "passphrase",
                person.passphrase(),
                "code",
                person.code(0));
    assertThat(entered.status()).as("sign-in of " + person.name()).isEqualTo(303);
  }

  /** Lets enough time pass for whatever was approved to be compared. */
  void later(Person... people) {
    node.later(Duration.ofDays(16));
    enter(keeper);
    for (var person : people) {
      enter(person);
    }
  }

  /** The proposals that the keeper sees, by their addresses. */
  List<String> proposals() {
    return Pattern.compile("action=\"(/links/proposals/[0-9a-f]{32})\"")
        .matcher(keeper.browser().get("/links").body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** The keeper lets the only proposal go out. */
  void release() {
    var proposals = proposals();
    assertThat(proposals).hasSize(1);
    keeper.browser().post(proposals.getFirst(), "answer", "release");
  }

  TestBrowser keeper() {
    return keeper.browser();
  }

  private static String group(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private static String last(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .toList()
        .getLast()
        .replaceAll(".*\"([0-9a-f]{32})\".*", "$1");
  }

  @Override
  public void close() {
    node.close();
  }
}
