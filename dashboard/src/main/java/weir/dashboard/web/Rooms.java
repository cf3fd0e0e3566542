package weir.dashboard.web;

import weir.dashboard.cases.Cases;
import weir.dashboard.desk.Desk;
import weir.dashboard.model.ModelBoard;
import weir.dashboard.queue.Queue;

/** What people work with on the page: each room answers addresses of its own. */
public record Rooms(Desk desk, Queue queue, Cases cases, ModelBoard models) {}
