package org.copse.survival;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copse.Golden;

/** Data of the golden files and of the test resources. */
final class SurvivalSets {

  private SurvivalSets() {}

  /** Data of a golden case: columns time, event and what else there is. */
  static SurvivalColumns columns(JsonNode data, boolean strata) {
    SurvivalColumns columns =
        SurvivalData.columns()
            .times("time", Golden.doubles(data.get("time")))
            .events("event", Golden.doubles(data.get("event")));
    if (data.has("entry")) {
      columns.entries("entry", Golden.doubles(data.get("entry")));
    }
    if (data.has("weight")) {
      columns.weights("weight", Golden.doubles(data.get("weight")));
    }
    if (data.has("group")) {
      columns.groups("group", Golden.texts(data.get("group")));
    }
    if (strata && data.has("stratum")) {
      columns.strata("stratum", Golden.texts(data.get("stratum")));
    }
    return columns;
  }

  /** Columns of a CSV file of the test resources, as text. */
  static Map<String, List<String>> csv(String name) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                SurvivalSets.class.getResourceAsStream("/survival/" + name + ".csv"),
                StandardCharsets.UTF_8))) {
      List<String> lines = in.lines().filter(line -> !line.startsWith("#")).toList();
      String[] names = lines.get(0).split(",");
      Map<String, List<String>> columns = new HashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        for (int i = 0; i < names.length; i++) {
          columns.computeIfAbsent(names[i], key -> new ArrayList<>()).add(cells[i]);
        }
      }
      return columns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] numbers(List<String> cells) {
    return cells.stream().mapToDouble(Double::parseDouble).toArray();
  }

  static SurvivalData leukaemia() {
    Map<String, List<String>> csv = csv("leukaemia");
    return SurvivalData.columns()
        .times("weeks", numbers(csv.get("weeks")))
        .events("relapse", numbers(csv.get("relapse")))
        .groups("treatment", csv.get("treatment"))
        .groupOrder("control", "6-MP")
        .check();
  }

  static SurvivalData lung() {
    Map<String, List<String>> csv = csv("lung");
    double[] dead = Arrays.stream(numbers(csv.get("status"))).map(s -> s - 1).toArray();
    return SurvivalData.columns()
        .times("time", numbers(csv.get("time")))
        .events("dead", dead)
        .groups("sex", csv.get("sex"))
        .check();
  }

  static SurvivalData veteran() {
    Map<String, List<String>> csv = csv("veteran");
    return SurvivalData.columns()
        .times("time", numbers(csv.get("time")))
        .events("status", numbers(csv.get("status")))
        .groups("trt", csv.get("trt"))
        .check();
  }
}
