export const letters = {
  title: "The demo's letters",
  note: "the latest 50 that a real site would send, newest first; the demo sends none",
  none: "No letter yet",
  noneHint: "One is written when an organisation applies, or when somebody is invited.",
  to: "To",
  at: "Written",
  look: "Look again",
};
