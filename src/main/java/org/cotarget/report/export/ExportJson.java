package org.cotarget.report.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotarget.report.TableText;

/** How exports write JSON: keys in the order they were put, numbers with up to four decimals. */
public final class ExportJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();

  private ExportJson() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A finite number as a table would show it. */
  public static BigDecimal number(double value) {
    return new BigDecimal(TableText.number(value));
  }

  /** A list of texts. */
  public static ArrayNode texts(Iterable<String> texts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    texts.forEach(list::add);
    return list;
  }

  /** Writes a document on a line of its own. */
  public static void line(Writer out, JsonNode document) throws IOException {
    MAPPER.writeValue(out, document);
    out.write('\n');
  }

  /** Writes a document, indented, to a file of its own. */
  public static void file(Path path, JsonNode document) throws IOException {
    try (Writer out = Files.newBufferedWriter(path, UTF_8)) {
      out.write(document.toPrettyString().replace("\r\n", "\n"));
      out.write('\n');
    }
  }
}
