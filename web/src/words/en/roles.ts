export const roles = {
  title: "Roles",
  lead: "What somebody may do depends on their role, and in a member organisation on a confirmed membership as well. The server decides by the same rules. Who is not signed in reads figures, the directory and what is marked TLP:CLEAR.",
  within: "In a member organisation",
  staff: "On the platform",
  verb: "May they …",
  mark: {
    yes: "yes",
    own: "own only",
    known: "public ones only",
    no: "no",
  },
  verbs: {
    submit: {
      name: "report incidents",
      within: "for their own organisation",
      staff: "from public sources, or for others",
    },
    read: {
      name: "read incidents",
      within: "own: of their own organisation, and those known from public sources",
      staff: "public: those known from public sources",
    },
    decide: {
      name: "decide on incidents",
      within: "own: withdraw a report of their own organisation",
      staff: null,
    },
    advise: {
      name: "read released advisories",
      within: "as far as the marking allows",
      staff: "as far as the marking allows",
    },
    write: { name: "write advisories", within: null, staff: null },
    release: { name: "release advisories", within: null, staff: "never one that they wrote any part of" },
    figures: { name: "read figures", within: null, staff: null },
    publish: { name: "publish figures", within: null, staff: null },
    desk: {
      name: "work at the desk",
      within: null,
      staff: "open sealed reports, write to reporters, accept, refuse",
    },
    audit: { name: "read the audit", within: null, staff: null },
    export: { name: "take lists away as files", within: null, staff: null },
    alliance: { name: "manage the alliance", within: null, staff: "vet applications, suspend organisations" },
    organisation: {
      name: "manage an organisation",
      within: "its entry and its people; own: their own organisation",
      staff: "the entry and the people of any",
    },
  },
  states: {
    title: "Where a membership stands",
    note: "Rights come with the confirmation, and go at once with every step back.",
    means: {
      invited: "A link was sent and works for seven days. No rights.",
      accepted: "The person has an account. No rights until whoever manages the organisation confirms it.",
      confirmed: "The rights of the role, while the organisation is a member.",
      suspended: "No rights, until reinstated.",
      left: "No rights. To return, the person is invited again.",
    },
  },
};
