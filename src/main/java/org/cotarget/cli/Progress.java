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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times the stages of a run and shows them as a bar where somebody watches. */
final class Progress implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

  private final Clock clock;
  private final List<RunInfo.Stage> stages = new ArrayList<>();
  private final Optional<ProgressBar> bar;
  private String current = "";
  private Instant began = Instant.EPOCH;

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
    begin(name);
    T result = work.get();
    end();
    return result;
  }

  /** Begins a stage that may fail with a checked exception; {@link #end} ends it. */
  void begin(String name) {
    bar.ifPresent(b -> b.setExtraMessage(name));
    current = name;
    began = clock.instant();
  }

  void end() {
    Duration taken = Duration.between(began, clock.instant());
    LOG.info("{}: {} ms", current, taken.toMillis());
    stages.add(new RunInfo.Stage(current, taken));
    bar.ifPresent(ProgressBar::step);
  }

  List<RunInfo.Stage> stages() {
    return List.copyOf(stages);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
