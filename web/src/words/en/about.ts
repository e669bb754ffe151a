export const about = {
  title: "About Bellbuoy",
  lead: "Bellbuoy is the place where shipping’s cyber incidents are reported, without a name if the reporter wishes, and turned into warnings and figures the sector can act on. A bell buoy rings by itself, in any weather, and tells nobody who set it rocking.",
  who: {
    title: "Who runs it, and how it is paid",
    text: (operator: string) =>
      `This site is run by ${operator}. Reporting, advisories and figures are free. There is no advertising, no sale of data and no tracking; the software is open (Apache-2.0), the figures are CC BY 4.0.`,
  },
  kept: {
    title: "What is kept of a report without a name",
    points: [
      "Kept: what you write and choose, sealed in your browser so that only the triage desk can open it; the month, not the day; and how large the sealed parcel is, in steps.",
      "Not kept: your address on the network, your browser, the hour, a cookie, an account. The server never sees your text or your receipt words.",
      "Yours: nine words that only you have. They open your mailbox, where the desk can ask and you can answer, add facts or withdraw.",
    ],
  },
  notPromised: {
    title: "What is not promised",
    points: [
      "An implanted device sees what you type. If you fear for yours, use another.",
      "Your employer’s network may see that you visited this site, though not what you did here.",
      "A page sent by a server that someone has taken over could be altered for future visitors. The command line tool is there for the careful.",
      "A story that only one ship can tell is recognised by those who were on it. The desk takes such hints out before anything is published; you can leave them out from the start.",
    ],
  },
  advisories: {
    title: "How an advisory comes about",
    text: "An analyst writes down what others can learn from one or more incidents, without names, places or exact dates. A second person reads it and releases it. Nobody releases their own words.",
  },
  press: {
    title: "For the press and for researchers",
    text: "You may quote every figure with its date and definition. Each chart has a citation, the numbers as CSV and the call that gives them again.",
  },
  reliability: {
    title: "How reliable is this?",
    lead: "These figures count what was reported here and accepted after review. They do not count what happened at sea. Read them as a signal, with the limits below.",
    back: "Back to the figures",
    passages: [
      {
        title: "What is counted",
        paragraphs: [
          "An incident is one occurrence with an adverse or possible effect on a ship, a port or an office ashore, malicious or not, in the sense of MSC-FAL.1/Circ.3. Near misses and suspicions count. Tests do not, nor do reports that were refused, linked to another or withdrawn.",
          "One incident may hit several systems, so the numbers by system add up to more than the total.",
          "There are two series, never added together: what was reported here, and what became known from public sources and was checked.",
        ],
      },
      {
        title: "Bias",
        paragraphs: [
          "Who reports is not a random sample. Companies with a security officer report more than those without. Incidents that cannot be hidden, such as a port at a standstill, are known more often than a false invoice that was paid. Public sources prefer large companies and write in English.",
          "A rise can mean more incidents, more trust in this channel, or a campaign that asked people to report.",
        ],
      },
      {
        title: "Under-reporting",
        paragraphs: [
          "Most incidents are never reported anywhere. We know of no factor by which to multiply these figures, and we use none. Shares say more than counts; the order of the largest says more than the distance between them.",
        ],
      },
      {
        title: "How reporters are protected in the figures",
        paragraphs: [
          "Public figures are made from a fixed set of tables, by month or year and one dimension at a time, and are frozen in releases. There is no free combination of filters, so nobody can subtract one answer from another.",
          "A number is shown only where at least ten affected parties stand behind it: organisations, or for anonymous reports a pseudonym that only the desk can make. Smaller ones are hidden and shown as “·”.",
          "Where a total would give a hidden number away, a second one is hidden with it. Totals over hidden numbers are marked ≥.",
          "Every number is rounded to the nearest five, after hiding. So parts need not add up to their total, and a change of five may be no change at all.",
          "The series from public sources is not hidden or rounded: everything in it was public before.",
        ],
      },
      {
        title: "Time",
        paragraphs: [
          "An incident counts in the month in which it happened; where only the quarter or the year is known, in the month that the record names. A period that is not over is hatched in charts and tables; it will grow, and so may earlier ones.",
          "A later release may correct an earlier one: reports are verified, linked and withdrawn after the fact. Every release stays available by its number.",
        ],
      },
    ],
    levels: {
      title: "Six levels of verification",
      text: "Each incident carries how well it is supported. The level can rise later; it is not a judgement on the person.",
      meaning: {
        anonymous_unverified: "Reported without a name; plausible, nothing more.",
        anonymous_corroborated: "Reported without a name; a second, independent sign agrees.",
        confidential: "The desk has spoken with the reporter and keeps the name to itself.",
        identified: "Reported by name for an organisation.",
        evidence_confirmed: "The desk has seen logs, pictures or files that bear it out.",
        officially_confirmed: "An authority or the company itself has said so.",
      },
    },
  },
};
