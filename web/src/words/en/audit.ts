export const audit = {
  title: "Audit",
  note: "every step that was taken, newest first; times of steps on sealed reports are cut to the hour",
  none: "No step fits this filter.",
  server: "the server",
  action: (word: string) => word.replace(".", ": ").replaceAll("_", " "),
  columns: {
    at: "When",
    action: "Step",
    actor: "By",
    object: "On",
    fields: "Fields or reason",
    number: "No.",
  },
};
