package org.quillbox.site.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quillbox.base.console.Choice;
import org.quillbox.base.console.Field;
import org.quillbox.base.console.FormState;
import org.quillbox.base.console.Page;
import org.quillbox.base.console.Screens;

class SettingsPageTest {
  private static final SettingsPage.Knows KNOWS =
      new SettingsPage.Knows(
          Instant.parse("2026-11-24T14:03:00Z"), List.of(Choice.of("7", "About")));

  private static Map<String, String> defaults() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Option option : Option.values()) {
      all.put(option.wire(), option.standard());
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsAnOptionAndSaysItsEffect(SettingsPage page) {
    for (Field field : page.fields(FormState.blank(), KNOWS)) {
      assertTrue(Option.named(field.name()).isPresent(), field.name());
      assertFalse(field.effect().isEmpty(), field.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void sendingAnUntouchedPageChangesNothing(SettingsPage page) {
    Map<String, String> stored = defaults();
    stored.put("rss_use_excerpt", "1");
    stored.put("blog_public", "0");
    Map<String, String> sent = page.options(page.of(stored), KNOWS);
    assertFalse(sent.isEmpty());
    sent.forEach((name, value) -> assertEquals(stored.get(name), value, name));
  }

  @Test
  void aPageStoresOnlyItsOwnOptions() {
    FormState sent =
        FormState.typed(Map.of("blogname", List.of("x"), "category_base", List.of("y")));
    assertEquals(Map.of("blogname", "x"), SettingsPage.GENERAL.options(sent, KNOWS));
  }

  @Test
  void theTimeZoneShowsItsClock() {
    FormState oslo = FormState.blank().with("timezone_string", "Europe/Oslo");
    FormState wrong = FormState.blank().with("timezone_string", "Mars");
    assertTrue(effect(oslo).startsWith("It is 15:03 there now."));
    assertTrue(effect(wrong).contains("such as Europe/Oslo"));
  }

  private static String effect(FormState state) {
    return SettingsPage.GENERAL.fields(state, KNOWS).stream()
        .filter(field -> field.name().equals("timezone_string"))
        .findFirst()
        .orElseThrow()
        .effect();
  }

  @ParameterizedTest
  @EnumSource
  void thePageIsDrawn(SettingsPage page) {
    String html =
        Screens.keep(
            "settings-" + page.name().toLowerCase(java.util.Locale.ROOT),
            Screens.SHELL.page(
                Screens.OWNER,
                Page.of("Settings", "/console/settings"),
                "org/quillbox/site/settings/settings.vm",
                Map.of(
                    "tabs", SettingsPage.tabs(page),
                    "action", page.href(),
                    "savenote", "Nothing is changed until you save.",
                    "fields", page.fields(page.of(defaults()), KNOWS))));
    assertTrue(html.contains("action=\"" + page.href() + "\""));
  }
}
