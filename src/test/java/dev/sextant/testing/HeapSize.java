package dev.sextant.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** About how many bytes of heap objects take, by walking their fields. */
public final class HeapSize {
  private static final int HEADER = 12;
  private static final int REFERENCE = 4;
  private static final int MAP_ENTRY = 40;

  private final List<Class<?>> left;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private long bytes;

  private HeapSize(List<Class<?>> left) {
    this.left = left;
  }

  /** The bytes of {@code root} and all that it leads to, but for instances of {@code left}. */
  public static long of(Object root, Class<?>... left) throws IllegalAccessException {
    var size = new HeapSize(List.of(left));
    size.open(root);
    while (!size.open.isEmpty()) {
      size.walk(size.open.pop());
    }
    return size.bytes;
  }

  private void open(@Nullable Object value) {
    if (value != null
        && !(value instanceof Enum<?>)
        && left.stream().noneMatch(type -> type.isInstance(value))
        && seen.add(value)) {
      open.push(value);
    }
  }

  private void walk(Object value) throws IllegalAccessException {
    Class<?> type = value.getClass();
    switch (value) {
      case String text -> add(24 + 16 + text.length());
      case Integer _ -> add(16);
      case Map<?, ?> map -> {
        add(48 + (long) map.size() * MAP_ENTRY);
        map.keySet().forEach(this::open);
        map.values().forEach(this::open);
      }
      case Collection<?> items -> {
        add(24 + (long) items.size() * (items instanceof Set ? MAP_ENTRY : REFERENCE));
        items.forEach(this::open);
      }
      case Optional<?> maybe -> {
        add(16);
        maybe.ifPresent(this::open);
      }
      case AtomicReference<?> holder -> {
        add(16);
        open(holder.get());
      }
      case AtomicReferenceArray<?> items -> {
        add(32 + (long) items.length() * REFERENCE);
        for (int i = 0; i < items.length(); i++) {
          open(items.get(i));
        }
      }
      default -> {
        if (type.isArray()) {
          array(value, type.getComponentType());
        } else if (type.getName().startsWith("dev.sextant.")) {
          fields(value, type);
        } else {
          add(16);
        }
      }
    }
  }

  private void array(Object array, Class<?> of) {
    int length = Array.getLength(array);
    add(HEADER + 4 + (long) length * width(of));
    if (!of.isPrimitive()) {
      for (int i = 0; i < length; i++) {
        open(Array.get(array, i));
      }
    }
  }

  private void fields(Object value, Class<?> type) throws IllegalAccessException {
    long own = HEADER;
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        own += width(field.getType());
        if (!field.getType().isPrimitive()) {
          field.setAccessible(true);
          open(field.get(value));
        }
      }
    }
    add(own);
  }

  private void add(long object) {
    bytes += (object + 7) / 8 * 8;
  }

  private static int width(Class<?> type) {
    if (type == long.class || type == double.class) {
      return 8;
    }
    if (type == short.class || type == char.class) {
      return 2;
    }
    return type == byte.class || type == boolean.class ? 1 : 4;
  }
}
