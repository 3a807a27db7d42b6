package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages that list settings, against the settings there are. */
class SettingsPageTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(sextant\\.[a-z.-]+)` \\| (`[^`]*`)?[^|]*\\|");

  @Test
  void listsEveryKeyWithItsDefaultAndNoOther() throws IOException {
    Map<String, Optional<String>> documented = new TreeMap<>();
    for (String page : List.of("README.md", "docs/settings.md")) {
      Matcher rows = ROW.matcher(Files.readString(Path.of(page)));
      while (rows.find()) {
        Optional<String> value =
            Optional.ofNullable(rows.group(2)).map(text -> text.replace("`", ""));
        assertThat(documented.put(rows.group(1), value)).as("twice " + rows.group(1)).isNull();
      }
    }
    Map<String, Optional<String>> there = new TreeMap<>();
    for (Class<?> concern :
        List.of(
            IndexConfig.class,
            MemoryConfig.class,
            RebuildConfig.class,
            ServeConfig.class,
            PersistConfig.class,
            WatchConfig.class,
            RpcConfig.class)) {
      addKeys(concern, concern.getAnnotation(ConfigMapping.class).prefix(), there);
    }

    assertThat(documented.keySet()).isEqualTo(there.keySet());
    there.forEach(
        (key, value) -> {
          if (value.isPresent()) {
            assertThat(documented.get(key)).as(key).isEqualTo(value);
          }
        });
  }

  private static void addKeys(Class<?> type, String prefix, Map<String, Optional<String>> keys) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.isDefault() || method.isSynthetic()) {
        continue;
      }
      String key =
          prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (method.getReturnType().getEnclosingClass() == type) {
        addKeys(method.getReturnType(), key, keys);
      } else {
        keys.put(
            key,
            Optional.ofNullable(method.getAnnotation(WithDefault.class)).map(WithDefault::value));
      }
    }
  }
}
