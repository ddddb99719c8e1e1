package org.cotarget.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of type {@code Map<String, R>} that stands for several columns: for each key,
 * in the order handed to {@link TableWriter}, one column for each component of the record R, named
 * {@code KEY_COMPONENT}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface ColumnGroup {

  /** Record that gives the columns of one key. */
  Class<? extends Record> value();
}
