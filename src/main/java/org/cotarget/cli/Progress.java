package org.cotarget.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.cotarget.report.RunInfo;

/** Times the stages of a run and shows them as a bar where somebody watches. */
final class Progress implements AutoCloseable {

  private final Clock clock;
  private final List<RunInfo.Stage> stages = new ArrayList<>();
  private final Optional<ProgressBar> bar;

  /**
   * Begins to show progress.
   *
   * @param stages number of stages to come
   * @param shown whether to show the bar; it is never shown where standard error is no terminal
   */
  Progress(Clock clock, int stages, boolean shown) {
    this.clock = clock;
    this.bar =
        shown && isWatched()
            ? Optional.of(
                new ProgressBarBuilder()
                    .setInitialMax(stages)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setTaskName("cotarget")
                    .hideEta()
                    .build())
            : Optional.empty();
  }

  // Java 17 gives no console where a stream is redirected, which is what is asked here.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isWatched() {
    return System.console() != null;
  }

  <T> T stage(String name, Supplier<T> work) {
    bar.ifPresent(b -> b.setExtraMessage(name));
    Instant start = clock.instant();
    T result = work.get();
    stages.add(new RunInfo.Stage(name, Duration.between(start, clock.instant())));
    bar.ifPresent(ProgressBar::step);
    return result;
  }

  List<RunInfo.Stage> stages() {
    return List.copyOf(stages);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
