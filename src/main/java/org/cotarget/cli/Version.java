package org.cotarget.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.cotarget.reference.ReferenceLoader;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {

  static String number() {
    try (InputStream in = Version.class.getResourceAsStream("/org/cotarget/version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "cotarget " + number(),
      "reference data " + ReferenceLoader.bundled().version(),
      "Java " + Runtime.version()
    };
  }
}
