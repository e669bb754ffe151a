export const WhenChoice = {
  now: "It is happening now",
  today: "Today",
  this_week: "This week",
  last_week: "Last week",
  this_month: "This month",
  earlier: "Earlier",
  date: "On a date",
};

export const ShipClock = {
  ship: "Ship's time",
  utc: "UTC",
};

export const Whereabouts = {
  at_sea: "At sea",
  in_port: "In port",
  ashore: "Ashore",
};

export const EnvelopeState = {
  received: "Received",
  opened: "Opened",
  closed: "Closed",
  withdrawn: "Withdrawn",
};

export const DeskStep = {
  open: "Open",
  close: "Close",
  reopen: "Reopen",
};

export const DeskStage = {
  opened: "Opened",
  waiting: "Waiting for the reporter",
  accepted: "Accepted",
  refused: "Refused",
  duplicate: "Duplicate",
};

export const MessageDirection = {
  to_desk: "To the desk",
  to_reporter: "To the reporter",
};

export const MessageSender = {
  desk: "The desk",
  reporter: "The reporter",
};

export const MessageKind = {
  question: "Question",
  answer: "Answer",
  facts: "Further facts",
  status: "Status",
};

export const MailboxStatus = {
  received: "Received",
  read: "Read",
  accepted: "Accepted",
  refused: "Not taken further",
  duplicate: "Already known",
  published: "Published",
};

export const AgeBand = {
  "1d": "Up to one day",
  "3d": "Up to three days",
  "7d": "Up to seven days",
  later: "Later",
};

export const Bucket = {
  "4k": "4 KiB",
  "16k": "16 KiB",
  "256k": "256 KiB",
  "1m": "1 MiB",
  "4m": "4 MiB",
  "16m": "16 MiB",
};
