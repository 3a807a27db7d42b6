package dev.sextant.rpc.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSummaryTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void saysWhereEachWorkspaceStandsNow() throws IOException {
    ObjectNode summary =
        EventSummary.of(
            events(
                "{'event':'state','workspace':'/b','from':'Loaded','to':'Rebuilding','generation':4}",
                "{'event':'progress','workspace':'/a','mode':'auto','pass':'walk','done':1}",
                "{'event':'state','workspace':'/b','from':'Rebuilding','to':'Loaded','generation':5}",
                "{'event':'generation','workspace':'/b','generation':5,'changedFiles':1,'changed':['B.java']}"));

    assertThat(summary)
        .isEqualTo(
            json(
                "{'event':'summary','events':4,'workspaces':[{'workspace':'/a'},{'workspace':'/b','state':'Loaded','generation':5}]}"));
  }

  @Test
  void sumsUpSummaries() throws IOException {
    List<ObjectNode> events =
        events(
            "{'event':'generation','workspace':'/a','generation':7,'changedFiles':1}",
            "{'event':'state','workspace':'/a','from':'Rebuilding','to':'Failed','generation':7}");
    ObjectNode first = EventSummary.of(events);
    events = new ArrayList<>(List.of(first));
    events.addAll(events("{'event':'generation','workspace':'/c','generation':1}"));

    assertThat(EventSummary.of(events))
        .isEqualTo(
            json(
                "{'event':'summary','events':3,'workspaces':[{'workspace':'/a','generation':7,'state':'Failed'},{'workspace':'/c','generation':1}]}"));
  }

  private static List<ObjectNode> events(String... texts) throws IOException {
    List<ObjectNode> events = new ArrayList<>();
    for (String text : texts) {
      events.add(json(text));
    }
    return events;
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
  }
}
