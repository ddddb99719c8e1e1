package org.cotarget.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Name of a table column where the component name does not give it, e.g. {@code HGVSC} for {@code
 * hgvsC}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Column {

  /** The header. */
  String value();
}
