package org.cotarget.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How values are written as JSON: components in their order, numbers with up to six decimals, a
 * number that is not known as {@code null}.
 */
public final class JsonForm {

  private static final int DECIMALS = 6;

  private JsonForm() {}

  /** The number that is read back where this one was written; NaN where it is not finite. */
  static double stored(double value) {
    return Double.isFinite(value) ? rounded(value).doubleValue() : Double.NaN;
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** A mapper that writes and reads that form. */
  public static ObjectMapper mapper() {
    SimpleModule numbers = new SimpleModule();
    numbers.addSerializer(double.class, new NumberWriter());
    numbers.addSerializer(Double.class, new NumberWriter());
    numbers.addDeserializer(double.class, new NumberReader());
    return JsonMapper.builder()
        .addModule(numbers)
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .build();
  }

  /**
   * Indents down to a depth and writes what lies deeper on one line, so that a file stays readable
   * without a line for each word.
   */
  public static DefaultPrettyPrinter printer(int depth) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter.Indenter upToDepth =
        new DefaultPrettyPrinter.Indenter() {
          @Override
          public void writeIndentation(JsonGenerator generator, int level) throws IOException {
            if (level <= depth) {
              lines.writeIndentation(generator, level);
            }
          }

          @Override
          public boolean isInline() {
            return false;
          }
        };
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(upToDepth)
        .withArrayIndenter(upToDepth);
  }

  private static final class NumberWriter extends StdSerializer<Double> {

    private static final long serialVersionUID = 1;

    NumberWriter() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      if (!Double.isFinite(value)) {
        generator.writeNull();
        return;
      }
      BigDecimal rounded = rounded(value);
      generator.writeNumber(
          rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    }
  }

  private static final class NumberReader extends StdDeserializer<Double> {

    private static final long serialVersionUID = 1;

    NumberReader() {
      super(double.class);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.getDoubleValue();
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }
}
