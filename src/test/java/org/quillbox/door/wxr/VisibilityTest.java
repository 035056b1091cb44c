package org.quillbox.door.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibilityTest {
  private final Visibility visibility = new Visibility();

  private static WxrSurvey survey(String file, Visibility visibility) {
    return WxrSurvey.of(new ByteArrayInputStream(WxrFiles.bytes(file)), "export.xml", visibility);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          post | draft | https://a.example/?p=1 | AsItWas
          page | publish | https://a.example/x/ | AsItWas
          attachment | inherit | https://a.example/x/y/ | AsItWas
          product | publish | https://a.example/?post_type=product&p=1 | AsItWas
          tribe_events | publish | https://a.example/event/x/ | AsItWas
          tribe_rsvp_tickets | publish | https://a.example/x/ | PrivateType
          tribe_venue | publish | https://a.example/venue/x/ | Inside
          nav_menu_item | publish | https://a.example/?p=1 | Inside
          wp_block | publish | https://a.example/x/ | Inside
          wprm_recipe | publish | https://a.example/x/ | Inside
          shop_order | wc-completed | https://a.example/order/x/ | PrivateType
          shop_order_placehold | publish | https://a.example/x/ | PrivateType
          acf-field-group | publish | https://a.example/x/ | PrivateType
          scheduled-action | publish | https://a.example/x/ | PrivateType
          user_request | publish | https://a.example/x/ | PrivateType
          customize_changeset | publish | https://a.example/x/ | PrivateType
          oembed_cache | publish | https://a.example/x/ | PrivateType
          wp_global_styles | publish | https://a.example/x/ | PrivateType
          flamingo_outbound | publish | https://a.example/x/ | PrivateType
          feedback | publish | https://a.example/x/ | PrivateType
          nf_sub | publish | https://a.example/x/ | PrivateType
          mc4wp-form | publish | https://a.example/x/ | PrivateType
          give_payment | publish | https://a.example/x/ | PrivateType
          elementor_library | publish | https://a.example/x/ | PrivateType
          my_entries | publish | https://a.example/x/ | PrivateType
          event_ticket | publish | https://a.example/x/ | PrivateType
          site-slider | publish | https://a.example/x/ | PrivateType
          email_log | publish | https://a.example/x/ | PrivateType
          blog_story | publish | https://a.example/x/ | AsItWas
          recipe | publish | https://a.example/recipe/x/ | AsItWas
          recipe | draft | https://a.example/recipe/x/ | PrivateType
          recipe | publish | https://a.example/?recipe=x | PrivateType
          recipe | publish | https://a.example/?post_type=recipe&p=4 | PrivateType
          recipe | publish | https://a.example/?p=4 | PrivateType
          recipe | publish | https://a.example/ | PrivateType
          recipe | publish | https://a.example | PrivateType
          recipe | publish | https://a.example/index.php | PrivateType
          recipe | publish | not an address | PrivateType
          """)
  void a_type_is_public_only_when_known_to_be_or_published_at_a_pretty_address(
      String type, String status, String link, String verdict) {
    assertEquals(
        verdict,
        visibility
            .decide(WxrFiles.item(type, status, link), false, Set.of())
            .getClass()
            .getSimpleName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          _is_paid | 1 | true
          _is_paid | 0 | false
          _is_paid | no | false
          rcp_subscription_level | 2 | true
          rcp_subscription_level | a:0:{} | false
          rcp_access_level | None | false
          rcp_access_level | 3 | true
          rcp_user_level | All | false
          rcp_user_level | Editor | true
          rcp_restricted_to | a:1:{i:0;s:1:"4";} | true
          _members_access_role | subscriber | true
          um_content_restriction | a:1:{s:26:"_um_custom_access_settings";s:1:"0";} | false
          um_content_restriction | a:1:{s:26:"_um_custom_access_settings";s:1:"1";} | true
          um_content_restriction | unreadable | true
          _wpmem_block | 1 | true
          _wpmem_block | 2 | true
          _wpmem_block | 0 | false
          _pmpro_anything | 1 | true
          ihc_mb_who | reg | true
          _edit_last | 1 | false
          _thumbnail_id | 44 | false
          """)
  void marks_of_membership_plugins_restrict_an_entry(String key, String value, boolean held) {
    Visibility.Verdict verdict =
        visibility.decide(
            WxrFiles.item("post", "publish", "https://a.example/x/", new WxrPart.Meta(key, value)),
            false,
            Set.of());
    assertEquals(held, verdict instanceof Visibility.Verdict.Restricted, verdict.toString());
    assertEquals(!held, verdict.open());
  }

  @Test
  void a_site_that_had_members_shows_nothing_until_its_owner_opens_it() {
    for (String type : new String[] {"post", "page", "attachment", "product", "recipe"}) {
      assertFalse(
          visibility
              .decide(WxrFiles.item(type, "publish", "https://a.example/x/"), true, Set.of())
              .open());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mill-house.xml", "corner-shop.xml", "rowing-club.xml"})
  void what_is_hidden_in_the_fixtures_stays_hidden_and_what_was_shown_stays_shown(String file) {
    WxrSurvey survey = survey(file, visibility);
    int shown = 0;
    for (WxrPart.Item item : WxrFiles.items(file)) {
      Visibility.Verdict verdict = visibility.decide(item, false, survey.hiddenForums());
      boolean seen =
          verdict.open() && !item.status().equals("draft") && !item.status().equals("private");
      String all = item.toString().replaceAll("\\[members_access.*?\\[/members_access\\]", "");
      if (all.contains("HIDDEN")) {
        assertFalse(seen, item.type() + " " + item.title() + " " + verdict);
      }
      if (all.contains("SHOWN")) {
        shown++;
        assertTrue(seen, item.type() + " " + item.title() + " " + verdict);
      }
    }
    assertEquals(
        switch (file) {
          case "corner-shop.xml" -> 2;
          case "rowing-club.xml" -> 5;
          default -> 0;
        },
        shown);
  }

  @Test
  void forums_under_a_private_forum_are_hidden_with_their_topics() {
    assertEquals(Set.of(213L, 214L), survey("rowing-club.xml", visibility).hiddenForums());
  }

  @Test
  void traces_of_membership_plugins_are_named_so_that_the_owner_is_asked() {
    assertEquals(
        Set.of("MemberPress", "Members", "Restrict Content Pro", "Ultimate Member", "WP-Members"),
        new TreeSet<>(survey("rowing-club.xml", visibility).memberTraces()));
    assertEquals(Set.of(), survey("corner-shop.xml", visibility).memberTraces());
    assertEquals(Set.of(), survey("mill-house.xml", visibility).memberTraces());
  }

  @Test
  void the_survey_counts_what_the_file_holds() {
    WxrSurvey s = survey("mill-house.xml", visibility);
    assertEquals(22, s.items());
    assertEquals(7, s.comments());
    assertEquals(3, s.authors());
    assertEquals(12, s.terms());
    assertEquals(3L, s.byType().get("nav_menu_item"));
    assertEquals(Set.of("de"), s.languages());
    assertEquals("Mill House", s.site().title());
  }
}
