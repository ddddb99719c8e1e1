package org.cotarget.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Makes the commands, handing the clock to those that need it.
 *
 * <p>Reading the options of all commands by reflection takes longer than many a command itself.
 * Therefore only those that the arguments name are read in full; the others get their name and
 * description, which is all that the list of commands shows.
 */
final class Commands implements IFactory {

  private static final List<Class<?>> TYPES =
      List.of(
          RunCommand.class,
          CheckCommand.class,
          FitCommand.class,
          MergeCommand.class,
          ExplainCommand.class,
          CriteriaCommand.class,
          EvaluateCommand.class,
          ReferenceCommand.class,
          GenerateCompletion.class,
          HelpCommand.class);

  /** Commands that look into the others. */
  private static final Set<String> CURIOUS = Set.of("help", "generate-completion");

  private final Clock clock;
  private final IFactory others = CommandLine.defaultFactory();

  Commands(Clock clock) {
    this.clock = clock;
  }

  /** The command line that can take these arguments. */
  CommandLine commandLine(String... args) {
    List<String> words = Arrays.asList(args);
    boolean all = words.stream().anyMatch(word -> CURIOUS.contains(word) || word.startsWith("@"));
    CommandLine main = new CommandLine(new Main(), this);
    for (Class<?> type : TYPES) {
      Command command = Objects.requireNonNull(type.getAnnotation(Command.class));
      if (all || words.contains(command.name())) {
        main.addSubcommand(new CommandLine(type, this));
      } else {
        main.addSubcommand(command.name(), outline(command));
      }
    }
    return main;
  }

  private static CommandSpec outline(Command command) {
    CommandSpec spec = CommandSpec.create().name(command.name());
    spec.usageMessage().description(command.description()).header(command.header());
    return spec;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == RunCommand.class) {
      return type.cast(new RunCommand(clock));
    }
    return type == MergeCommand.class ? type.cast(new MergeCommand(clock)) : others.create(type);
  }
}
