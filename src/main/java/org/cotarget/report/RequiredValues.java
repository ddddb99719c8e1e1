package org.cotarget.report;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses results that were changed by hand so that a value is missing which every result has: it
 * would fail wherever it is used first.
 */
final class RequiredValues {

  /** The components of a record, each with whether it may be {@code null}. */
  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          List<Part> parts = new ArrayList<>();
          for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            parts.add(
                new Part(
                    component, component.getAnnotatedType().isAnnotationPresent(Nullable.class)));
          }
          return List.copyOf(parts);
        }
      };

  private record Part(RecordComponent component, boolean nullable) {}

  private RequiredValues() {}

  /**
   * Looks at a value and all that it holds.
   *
   * @throws IOException naming the first component that has no value
   */
  static void check(Object read) throws IOException {
    if (read instanceof Record) {
      for (Part part : PARTS.get(read.getClass())) {
        Object value = value(part.component(), read);
        if (value != null) {
          check(value);
        } else if (!part.nullable()) {
          throw new IOException("member \"" + part.component().getName() + "\" has no value");
        }
      }
    } else if (read instanceof Iterable<?> values) {
      for (Object value : values) {
        check(value);
      }
    } else if (read instanceof Map<?, ?> values) {
      for (Object value : values.values()) {
        check(value);
      }
    }
  }

  private static @Nullable Object value(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a component of a record can always be asked for", e);
    }
  }
}
