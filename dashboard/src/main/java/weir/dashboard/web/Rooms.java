package weir.dashboard.web;

import java.util.Optional;
import weir.dashboard.cases.Cases;
import weir.dashboard.desk.Desk;
import weir.dashboard.model.ModelBoard;
import weir.dashboard.queue.Queue;
import weir.dashboard.rules.RulesRoom;

/**
 * What people work with on the page: each room answers addresses of its own.
 *
 * @param rules absent without Kafka
 */
public record Rooms(
    Desk desk, Queue queue, Cases cases, ModelBoard models, Optional<RulesRoom> rules) {}
