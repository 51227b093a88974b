package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * One person's browser window: Debian's Chromium with JavaScript off. Each named picture is kept
 * under {@code target/screenshots}; each page that is looked at is checked by axe in a second
 * window, with scripts on and the same cookies, because axe is a script itself.
 */
final class Walk implements AutoCloseable {

  private static final Path PICTURES = Path.of("target", "screenshots", "eyes");
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final List<Eyes> EYES =
      List.of(new Eyes("en", 390), new Eyes("fr", 1280), new Eyes("ug", 390));

  private static final int MOST_TABS = 40;

  /** Walked by keyboard, in the dark and much enlarged too; all pages are of one kit. */
  private static final List<String> IN_THE_DARK = List.of("J1", "J4", "campaign");

  /** What the keyboard should reach: of a row of circles one, and nothing that is folded away. */
  private static final String REACHABLE =
      """
      [...document.querySelectorAll(
          'a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls],'
          + ' [tabindex="0"]')]
        .filter(e => !e.disabled && e.checkVisibility())
        .filter(e => e.type !== 'radio' || e === ([...document.getElementsByName(e.name)]
            .filter(r => r.form === e.form).find(r => r.checked)
            || [...document.getElementsByName(e.name)].find(r => r.form === e.form)))
      """;

  /** Where the keyboard is; and what it is on, if no outline there or around it shows that. */
  private static final String HERE =
      """
      (() => { const e = document.activeElement;
        const shown = [e, e.closest('label'), e.parentElement].filter(x => x).some(x => {
          const s = getComputedStyle(x);
          return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
        });
        const at = (%s).indexOf(e);
        return shown ? [at] : [at, e.outerHTML]; })()
      """
          .formatted(REACHABLE.strip());

  private final Browser browser;
  private final BrowserContext context;
  private final String url;
  private boolean keyboard;
  private int turns;
  private final Map<Eyes, Page> mirrors = new HashMap<>();
  final Page page;

  private Walk(String url, String language, int width) {
    this.url = url;
    browser = Chromium.started();
    context = browser.newContext(options(language, width).setJavaScriptEnabled(false));
    context.setDefaultTimeout(60_000);
    page = context.newPage();
    page.onFrameNavigated(frame -> turns += frame.parentFrame() == null ? 1 : 0);
  }

  /** Whose eyes look at a page. */
  private record Eyes(String language, int width) {}

  /** A browser of a person who reads {@code language}, on a screen {@code width} pixels wide. */
  static Walk with(RunningNode node, String language, int width) {
    Assumptions.assumeTrue(Chromium.isHere(), "Debian's chromium or nodejs is not installed");
    return new Walk(node.url(), language, width);
  }

  /** From now on, every page that is looked at is also gone through by Tab alone. */
  Walk byKeyboard() {
    keyboard = true;
    return this;
  }

  Walk to(String path) {
    page.navigate(path.startsWith("http") ? path : url + path);
    return this;
  }

  /** Follows the link whose text contains {@code words}. */
  Walk follow(String words) {
    return turn(link(words)::click);
  }

  /** Follows the first link of the page's own part that {@code css} finds. */
  Walk followFirst(String css) {
    return turn(main().locator(css).first()::click);
  }

  /** Presses the button whose text contains {@code words}. */
  Walk press(String words) {
    return turn(
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first()::click);
  }

  /** Sends the page's main form. */
  Walk submit() {
    return turn(page.locator("form#work button:not([formaction])")::click);
  }

  /**
   * Does {@code click} and waits for the page that comes of it: a click alone returns when the
   * question is sent, while address and words are still of the page before.
   */
  Walk turn(Runnable click) {
    var before = turns;
    click.run();
    page.waitForCondition(() -> turns > before);
    page.waitForLoadState();
    return this;
  }

  private Locator link(String words) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first();
  }

  /** Fills the field whose label contains {@code label}. */
  Walk fill(String label, String text) {
    page.getByLabel(label).first().fill(text);
    return this;
  }

  /** Ticks the box or the circle whose label contains {@code label}. */
  Walk tick(String label) {
    page.getByLabel(label).first().check();
    return this;
  }

  /** The file behind the link whose text contains {@code words}. */
  Path download(String words) {
    return download(link(words));
  }

  /** The file behind a link or button, whose page stays. */
  Path download(Locator there) {
    return page.waitForDownload(there::click).path();
  }

  Walk attach(String label, Path file) {
    page.getByLabel(label).first().setInputFiles(file);
    return this;
  }

  Walk choose(String label, String option) {
    page.getByLabel(label).first().selectOption(option);
    return this;
  }

  Locator main() {
    return page.locator("main");
  }

  /** The page says {@code words}. */
  Walk sees(String words) {
    assertThat(page.locator("body").innerText()).containsIgnoringCase(words);
    return this;
  }

  Walk seesNot(String words) {
    assertThat(page.content()).doesNotContain(words);
    return this;
  }

  /** First match of {@code pattern}'s group 1 in the text of the page. */
  String find(String pattern) {
    var found = Pattern.compile(pattern).matcher(page.locator("body").innerText());
    assertThat(found.find()).as("the page should say " + pattern).isTrue();
    return found.group(1);
  }

  /**
   * Keeps pictures and checks the page, as whoever reads English on a phone, French on a desk and
   * Uyghur, right to left, on a phone sees it. Nothing sticks out sideways, axe finds nothing in
   * English. Where it is asked for, the keyboard reaches everything and shows where it is; in some
   * journeys also nothing sticks out at four hundred percent, and no word is too faint in the dark.
   */
  Walk look(String name) {
    for (var eyes : EYES) {
      look(name, eyes);
    }
    return this;
  }

  private void look(String name, Eyes eyes) {
    var mirror = mirrors.computeIfAbsent(eyes, this::mirror);
    mirror.context().clearCookies();
    mirror
        .context()
        .addCookies(
            context.cookies().stream()
                .map(c -> new com.microsoft.playwright.options.Cookie(c.name, c.value).setUrl(url))
                .toList());
    var there = mirror.url();
    mirror.navigate(page.url());
    if (page.url().contains("#") && sheet(there).equals(sheet(page.url()))) {
      mirror.reload(); // a place in the page that is there already is not asked for anew
    }
    var seen = name + "-" + eyes.language() + "-" + eyes.width();
    mirror.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(seen + ".png")));
    assertThat((Integer) mirror.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as(seen + " sticks out sideways")
        .isLessThanOrEqualTo(0);
    assertThat(mirror.locator("html").getAttribute("dir"))
        .isEqualTo(eyes.language().equals("ug") ? "rtl" : "ltr");
    // The same page in other words has the same structure: once is enough for the slow look.
    if (eyes.language().equals("en")) {
      assertThat(
              new AxeBuilder(mirror).setLegacyMode(true).withTags(TAGS).analyze().getViolations())
          .as("axe on " + seen)
          .isEmpty();
      var inTheDark = IN_THE_DARK.stream().anyMatch(name::startsWith);
      if (keyboard || inTheDark) {
        isReachedByKeyboard(mirror, seen);
      }
      if (inTheDark) {
        isLegibleInTheDark(mirror, seen);
        isNotTooWideFourTimesLarger(mirror, seen);
        mirror.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        mirror.setViewportSize(eyes.width(), tall(eyes.width()));
      }
    }
  }

  private static String sheet(String address) {
    return address.replaceFirst("#.*", "");
  }

  /** A window with scripts; kept, because a new one costs more than all that is looked at in it. */
  private Page mirror(Eyes eyes) {
    var scripted = browser.newContext(options(eyes.language(), eyes.width()).setBypassCSP(true));
    scripted.setDefaultTimeout(60_000);
    return scripted.newPage();
  }

  /** WCAG 2.2, 2.1.1, 2.1.2 and 2.4.7: by Tab alone, in the order of the page, and visibly. */
  private static void isReachedByKeyboard(Page mirror, String seen) {
    // From the top, also where the address leads into the page: Tab goes on where a focus was.
    mirror.evaluate(
        "(() => { const b = document.createElement('button'); document.body.prepend(b);"
            + " b.focus(); b.remove(); })()");
    var all = (Integer) mirror.evaluate("(" + REACHABLE + ").length");
    var reached = new java.util.TreeSet<Integer>();
    var faint = new java.util.ArrayList<String>();
    var before = -1;
    for (var i = 0; i < 2 * MOST_TABS && reached.size() < Math.min(all, MOST_TABS); i++) {
      mirror.keyboard().press("Tab");
      var here = (List<?>) mirror.evaluate(HERE);
      var at = (Integer) here.getFirst();
      // A player and a time of day have several places within.
      assertThat(reached.add(at) || at == before).as(seen + ": Tab comes back to " + at).isTrue();
      // Within these the browser draws the focus itself, out of sight of scripts.
      var ofTheBrowser =
          at == before || (here.size() > 1 && String.valueOf(here.getLast()).startsWith("<audio"));
      before = at;
      if (here.size() > 1 && !ofTheBrowser) {
        faint.add(String.valueOf(here.getLast()));
      }
    }
    assertThat(reached.first()).as(seen + ": the keyboard begins at the top").isZero();
    assertThat(reached).as(seen + " by keyboard").hasSize(Math.min(all, MOST_TABS));
    assertThat(faint).as(seen + ": nobody sees where the keyboard is").isEmpty();
  }

  /** WCAG 2.2, 1.4.10: a screen of 1280 pixels at four hundred percent. */
  private static void isNotTooWideFourTimesLarger(Page mirror, String seen) {
    mirror.setViewportSize(320, 800);
    assertThat((Integer) mirror.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as(seen + " sticks out sideways at 320 pixels")
        .isLessThanOrEqualTo(0);
  }

  private static void isLegibleInTheDark(Page mirror, String seen) {
    mirror.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(
            new AxeBuilder(mirror)
                .setLegacyMode(true)
                .withRules(List.of("color-contrast"))
                .analyze()
                .getViolations())
        .as("axe in the dark on " + seen)
        .isEmpty();
  }

  @Override
  public void close() {
    mirrors.values().forEach(mirror -> mirror.context().close());
    context.close();
  }

  private static int tall(int width) {
    return width < 600 ? 844 : 900;
  }

  private static Browser.NewContextOptions options(String language, int width) {
    return new Browser.NewContextOptions()
        .setLocale(language)
        .setViewportSize(width, tall(width))
        .setDeviceScaleFactor(1);
  }
}
