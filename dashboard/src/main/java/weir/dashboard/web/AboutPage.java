package weir.dashboard.web;

import weir.dashboard.openapi.About;

/** What the addresses of the page itself do. */
final class AboutPage {
  static final About PAGE = About.sends("text/html", "The page for browsers.");

  static final About LIBRARY = About.sends("text/javascript", "A library of the page.");

  static final About HEALTH =
      About.answer(WebServer.Sources.class, "Whether Kafka and PostgreSQL answer the page.")
          .orAnswers(503, "Neither answers");

  static final About METRICS =
      About.sends("text/plain", "The page's figures, in the text form of Prometheus.");

  static final About EVENTS =
      About.sends(
              "text/event-stream",
              "What happens, as it happens: server-sent events with JSON. The first is state;"
                  + " then come alerts, grounds, decisions, tick each second, and the figures of"
                  + " the panels. Whoever sends Last-Event-ID gets what they missed.")
          .or(406, "The header Accept is not text/event-stream");

  static final About ROOM =
      About.answer(
          WebServer.Room.class, "How many listen to /api/events, and how many may at once.");

  static final About OPEN_API = About.sends("application/json", "This document.");

  private AboutPage() {}
}
