package org.cotarget.cli;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, handing the clock to those that need it. */
final class Commands implements IFactory {

  private final Clock clock;
  private final IFactory others = CommandLine.defaultFactory();

  Commands(Clock clock) {
    this.clock = clock;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == RunCommand.class) {
      return type.cast(new RunCommand(clock));
    }
    return type == MergeCommand.class ? type.cast(new MergeCommand(clock)) : others.create(type);
  }
}
