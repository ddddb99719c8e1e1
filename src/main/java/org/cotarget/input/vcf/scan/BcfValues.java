package org.cotarget.input.vcf.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Typed values of BCF, as VCF writes them. */
final class BcfValues {

  static final int FLOAT_MISSING = 0x7F800001;

  private static final int FLOAT_END = 0x7F800002;
  private static final int INT8 = 1;
  private static final int INT16 = 2;
  private static final int INT32 = 3;
  private static final int FLOAT = 5;
  private static final int CHAR = 7;

  private BcfValues() {}

  /** A value with its type before it; empty when missing. */
  static String typed(ByteBuffer data) {
    int descriptor = data.get() & 0xff;
    return values(data, descriptor & 15, count(data, descriptor));
  }

  static int count(ByteBuffer data, int descriptor) {
    int count = descriptor >>> 4;
    return count < 15 ? count : Integer.parseInt(typed(data));
  }

  static String values(ByteBuffer data, int type, int count) {
    if (type == CHAR) {
      byte[] bytes = new byte[count];
      data.get(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
      return text.equals(".") ? "" : text;
    }
    StringBuilder text = new StringBuilder();
    boolean present = false;
    for (int i = 0; i < count && type != 0; i++) {
      String value;
      if (type == FLOAT) {
        int bits = data.getInt();
        value =
            bits == FLOAT_END
                ? ""
                : bits == FLOAT_MISSING ? "." : number(Float.intBitsToFloat(bits));
      } else {
        int number = integer(data, type);
        value = number == end(type) ? "" : number == missing(type) ? "." : String.valueOf(number);
      }
      if (!value.isEmpty()) {
        text.append(text.length() > 0 ? "," : "").append(value);
        present |= !value.equals(".");
      }
    }
    return present ? text.toString() : "";
  }

  static int integer(ByteBuffer data, int type) {
    return switch (type) {
      case INT8 -> data.get();
      case INT16 -> data.getShort();
      case INT32 -> data.getInt();
      default -> throw new IllegalArgumentException("type " + type + " is no integer");
    };
  }

  static int missing(int type) {
    return type == INT8 ? Byte.MIN_VALUE : type == INT16 ? Short.MIN_VALUE : Integer.MIN_VALUE;
  }

  static int end(int type) {
    return missing(type) + 1;
  }

  static String number(float value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  /**
   * Bytes of one value.
   *
   * @throws IllegalArgumentException for a type that BCF does not have
   */
  static int width(int type) {
    return switch (type) {
      case 0 -> 0;
      case INT8, CHAR -> 1;
      case INT16 -> 2;
      case INT32, FLOAT -> 4;
      default -> throw new IllegalArgumentException("type " + type + " is not known");
    };
  }
}
