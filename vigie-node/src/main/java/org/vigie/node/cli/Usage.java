package org.vigie.node.cli;

import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What the command line says of itself: help in French, what is wrong with the words it was given,
 * and its version. English help stands at the commands.
 */
final class Usage {

  private static final String FRENCH = "org.vigie.node.cli.usage";

  private Usage() {}

  /** Lets {@code line} and its commands explain themselves in {@code locale}. */
  static void speak(CommandLine line, Locale locale) {
    if (locale.getLanguage().equals(Locale.FRENCH.getLanguage())) {
      line.setResourceBundle(ResourceBundle.getBundle(FRENCH, Locale.FRENCH));
    }
  }

  /** What is wrong, in one line. */
  static String wrong(ParameterException wrong, Sentences sentences) {
    return switch (wrong) {
      case UnmatchedArgumentException unmatched ->
          sentences.of("cli.usage.unmatched", String.join(" ", unmatched.getUnmatched()));
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          sentences.of("cli.usage.missing", name(missing.getMissing().getFirst()));
      case ParameterException value when value.getArgSpec() != null && value.getValue() != null ->
          value(name(value.getArgSpec()), value.getValue(), sentences);
      default -> plain(wrong.getMessage());
    };
  }

  private static String value(String name, String given, Sentences sentences) {
    var key =
        switch (name) {
          case "--zone" -> "cli.usage.value.zone";
          case "--date-order" -> "cli.usage.value.date-order";
          default -> "cli.usage.value";
        };
    return sentences.of(key, name, given);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** In one line, and without what the library puts around its sentences. */
  private static String plain(@Nullable String message) {
    var line = String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    return line.replaceFirst("^Error: ", "").replaceFirst("\\.$", "");
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var built = Usage.class.getPackage().getImplementationVersion();
      return new String[] {"vigie " + Objects.requireNonNullElse(built, "(not from a jar)")};
    }
  }
}
