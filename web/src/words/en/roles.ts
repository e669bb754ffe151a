/** Said as it is named. */
const asNamed = { within: null, staff: null, known: null };

export const roles = {
  title: "Roles",
  lead: "What somebody may do depends on their role, and in a member organisation on a confirmed membership as well. The server decides by the same rules. Who is not signed in reads figures, the directory and what is marked TLP:CLEAR.",
  within: "In a member organisation",
  staff: "On the platform",
  verb: "May they …",
  view: {
    label: "View as",
    hint: "Reads the tables for one role.",
    none: "nobody in particular",
    title: (role: string) => `As ${role}`,
    count: (may: number, of: number) => `${may} of ${of} things are open.`,
    may: "May",
    mayNot: "May not",
  },
  look: {
    organisation: "Organisation",
    choose: "Choose one",
    loading: "Loading",
    begin: "See the site as this role",
    working: "Working",
    note: "To look only, for ten minutes. The audit says that you did.",
    band: (role: string, organisation: string | null) =>
      `You look as somebody else: ${organisation === null ? role : `${role} · ${organisation}`}. Nothing can be changed.`,
    stop: "Be yourself again",
  },
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
      may: {
        within: "report incidents for their own organisation",
        staff: "report incidents from public sources, or for others",
        known: null,
      },
    },
    read: {
      name: "read incidents",
      within: "own: of their own organisation, and those known from public sources",
      staff: "public: those known from public sources",
      may: {
        within: "read incidents of their own organisation, and those known from public sources",
        staff: "read every incident",
        known: "read incidents that are known from public sources, and no others",
      },
    },
    decide: {
      name: "decide on incidents",
      within: "own: withdraw a report of their own organisation",
      staff: null,
      may: {
        within: "withdraw a report of their own organisation, and decide nothing else",
        staff: null,
        known: null,
      },
    },
    advise: {
      name: "read released advisories",
      within: "as far as the marking allows",
      staff: "as far as the marking allows",
      may: {
        within: "read released advisories, as far as the marking allows",
        staff: "read released advisories, as far as the marking allows",
        known: null,
      },
    },
    write: {
      name: "write advisories",
      within: null,
      staff: null,
      may: asNamed,
    },
    release: {
      name: "release advisories",
      within: null,
      staff: "never one that they wrote any part of",
      may: {
        within: null,
        staff: "release advisories, but never one that they wrote any part of",
        known: null,
      },
    },
    figures: {
      name: "read figures",
      within: null,
      staff: null,
      may: asNamed,
    },
    publish: {
      name: "publish figures",
      within: null,
      staff: null,
      may: asNamed,
    },
    desk: {
      name: "work at the desk",
      within: null,
      staff: "open sealed reports, write to reporters, accept, refuse",
      may: {
        within: null,
        staff: "work at the desk: open sealed reports, write to reporters, accept, refuse",
        known: null,
      },
    },
    audit: {
      name: "read the audit",
      within: null,
      staff: null,
      may: asNamed,
    },
    export: {
      name: "take lists away as files",
      within: null,
      staff: null,
      may: asNamed,
    },
    alliance: {
      name: "manage the alliance",
      within: null,
      staff: "vet applications, suspend organisations",
      may: {
        within: null,
        staff: "manage the alliance: vet applications, suspend organisations",
        known: null,
      },
    },
    organisation: {
      name: "manage an organisation",
      within: "its entry, its people and its keys; own: their own organisation",
      staff: "the entry, the people and the keys of any",
      may: {
        within: "manage their own organisation: its entry, its people and its keys",
        staff: "manage any organisation: its entry, its people and its keys",
        known: null,
      },
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
