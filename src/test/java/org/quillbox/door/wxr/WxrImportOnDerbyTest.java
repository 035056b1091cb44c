package org.quillbox.door.wxr;

import java.util.Map;
import org.quillbox.base.config.ConfigKey;

/** The import on the embedded database. */
final class WxrImportOnDerbyTest extends WxrImportContract {
  @Override
  Map<ConfigKey<?>, String> database(String name) {
    return Map.of();
  }
}
