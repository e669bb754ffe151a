/** Where the steps behind the form live: how they take the page, and the doors back. */
import type { Receipt, ReceiptKeys } from "~/lib/sealed/receipt";
import type { PublicKeys } from "./behind";
import type { Draft } from "./draft";
import type { Shell } from "./shell";

export interface Room {
  readonly shell: Shell;
  readonly home: () => void;
  /** Opens the place where nine words are typed. */
  readonly mailbox: () => void;
}

export interface ReportRoom extends Room {
  readonly draft: Draft;
  readonly keys: PublicKeys;
}

/** Who holds a receipt. */
export interface Holder {
  readonly receipt: Receipt;
  readonly keys: ReceiptKeys;
}
