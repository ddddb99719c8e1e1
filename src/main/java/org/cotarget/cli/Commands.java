package org.cotarget.cli;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, handing the clock to the one that needs it. */
final class Commands implements IFactory {

  private final Clock clock;
  private final IFactory others = CommandLine.defaultFactory();

  Commands(Clock clock) {
    this.clock = clock;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == RunCommand.class ? type.cast(new RunCommand(clock)) : others.create(type);
  }
}
