/** Checks a code with what the line brings in a few seconds, else with the copies on this device. */
import { decide, type Answer } from "./decide";
import { FIRST_LISTS, type Holdings } from "./holdings";
import { openSigned } from "./signed";
import { readStatement } from "./statement";
import { within } from "./within";

/** With copies at hand nobody waits long for a line; without any there is nothing else to do. */
const PATIENCE_MS = { withCopies: 8_000, without: 40_000 };

export interface Checked {
  readonly answer: Answer;
  /** Fulfilled when the line, slower than anybody waits, still brought something: look again. */
  readonly late: Promise<boolean>;
}

/** Where the lists of a code are; the first ones, as long as it cannot be opened. */
export async function listsOf(code: string, holdings: Holdings): Promise<string> {
  const opened = await openSigned(code, holdings.keys());
  const statement = opened.kind === "signed" ? readStatement(opened.payload) : null;
  return statement?.lists ?? FIRST_LISTS;
}

/** The answer from what is held now. */
export async function answerNow(code: string, holdings: Holdings): Promise<Answer> {
  const opened = await openSigned(code, holdings.keys());
  const lists = holdings.lists(await listsOf(code, holdings));
  return decide(opened, holdings.keysState(), lists, Date.now());
}

export async function checkCode(code: string, holdings: Holdings): Promise<Checked> {
  const lists = await listsOf(code, holdings);
  const { revocation, suspension } = holdings.lists(lists);
  const copies = holdings.keysState() !== null && revocation !== null && suspension !== null;
  const work = holdings.refresh(lists);
  const inTime = await within(work, copies ? PATIENCE_MS.withCopies : PATIENCE_MS.without);
  // The keys that came may be the first that open it, and tell of another list.
  const told = await listsOf(code, holdings);
  if (inTime && told !== lists) await holdings.refresh(told);
  const answer = await answerNow(code, holdings);
  return { answer, late: inTime ? Promise.resolve(false) : work };
}
