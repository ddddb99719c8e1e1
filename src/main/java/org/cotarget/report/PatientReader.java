package org.cotarget.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads the patients of one {@code results.json} one by one. */
final class PatientReader implements Iterator<PatientResult>, Closeable {

  private final Path file;
  private final JsonParser parser;
  private final ObjectReader reader;
  private @Nullable PatientResult next;

  private PatientReader(Path file, JsonParser parser, ObjectReader reader) {
    this.file = file;
    this.parser = parser;
    this.reader = reader;
  }

  /**
   * Opens a file and reads up to its first patient.
   *
   * @throws IOException when it cannot be read, naming it
   */
  static PatientReader open(Path file) throws IOException {
    ObjectReader reader = JsonForm.mapper().readerFor(PatientResult.class);
    JsonParser parser =
        reader.getFactory().createParser(new BufferedInputStream(Files.newInputStream(file)));
    PatientReader patients = new PatientReader(file, parser, reader);
    try {
      patients.skipHead();
      patients.advance();
      return patients;
    } catch (IOException | RuntimeException e) {
      patients.close();
      throw e;
    }
  }

  private void skipHead() throws IOException {
    try {
      parser.nextToken();
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        parser.nextToken();
        if (field.equals(ResultsJson.PATIENTS) && parser.currentToken() == JsonToken.START_ARRAY) {
          return;
        }
        parser.skipChildren();
      }
    } catch (JsonProcessingException e) {
      throw damaged(e);
    }
    throw new IOException(file + " has no patients");
  }

  private void advance() throws IOException {
    try {
      next = parser.nextToken() == JsonToken.START_OBJECT ? reader.readValue(parser) : null;
      if (next == null && parser.currentToken() != JsonToken.END_ARRAY) {
        throw new IOException(file + " is cut off; write the results again");
      }
      if (next == null) {
        // Whoever reads to the end need not close.
        parser.close();
      } else {
        RequiredValues.check(next);
      }
    } catch (JsonProcessingException e) {
      throw damaged(e);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      throw message.contains(file.toString())
          ? e
          : new IOException(file + " cannot be read: " + message, e);
    }
  }

  private IOException damaged(JsonProcessingException e) {
    return new IOException(file + " cannot be read: " + e.getOriginalMessage(), e);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  /** The patient that comes next, without passing her. */
  PatientResult peek() {
    if (next == null) {
      throw new NoSuchElementException(file.toString());
    }
    return next;
  }

  /**
   * The next patient.
   *
   * @throws UncheckedIOException when the file cannot be read on
   */
  @Override
  public PatientResult next() {
    PatientResult patient = peek();
    try {
      advance();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    if (next != null && next.id().compareTo(patient.id()) <= 0) {
      String message = file + ": patients are not sorted, " + next.id() + " comes late";
      throw new UncheckedIOException(message, new IOException(message));
    }
    return patient;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
