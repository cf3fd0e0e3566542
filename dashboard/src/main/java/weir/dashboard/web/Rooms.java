package weir.dashboard.web;

import weir.dashboard.cases.Cases;
import weir.dashboard.desk.Desk;
import weir.dashboard.model.ModelBoard;

/** What people work with on the page: each room answers addresses of its own. */
public record Rooms(Desk desk, Cases cases, ModelBoard models) {}
