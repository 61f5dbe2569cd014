import type { Frame } from "./frame.ts";

/** Who is named to which post. */
export const APPOINTMENT_FRAMES: readonly Frame[] = [
  {
    rule: "Appointment.appoint",
    type: "Appointment",
    verbs: "appoint nominate name elect swear_in swear promote designate reappoint re-elect pick choose confirm install",
    roles: { person: "named: theme", position: "position: theme2 as to be for theme", actor: "party: agent" },
    needs: "person position",
  },
  {
    // "made Vance the deputy secretary"
    rule: "Appointment.make",
    type: "Appointment",
    verbs: "make",
    roles: { person: "named: theme iobj", position: "position: theme2 theme", actor: "party: agent" },
    needs: "person position actor",
    predicate: true,
    confidence: 0.6,
  },
  {
    // "Umerov replaced Reznikov as defence minister", "Lai succeeded Tsai as president"
    rule: "Appointment.replace",
    type: "Appointment",
    verbs: "replace succeed",
    roles: { person: "person: agent", position: "position: as" },
    needs: "person position",
  },
  {
    // "took office as president", "was inaugurated as", "returned as foreign minister"
    rule: "Appointment.take-office",
    type: "Appointment",
    verbs: "take take_over return inaugurate reelect",
    roles: { person: "person: agent theme", position: "position: as" },
    needs: "person position",
    slots: "as",
  },
  {
    rule: "Appointment.become",
    type: "Appointment",
    verbs: "become assume",
    roles: { person: "person: agent", position: "position: theme as" },
    needs: "person position",
    confidence: 0.6,
  },
  {
    rule: "Appointment.appointment",
    type: "Appointment",
    nouns: "appointment nomination election inauguration reappointment",
    roles: { person: "person: poss of", position: "position: as to", actor: "party: by" },
    needs: "person position",
  },
];
