/** Everything behind the form, with the code that seals: one file, fetched while the form is being filled in. */
import last from "./report-last.css?inline";
import { dress } from "~/lib/light/styles";

export { openReceipt } from "./receipt-step";
export { openMailbox } from "./mailbox-open";
export { openVerify } from "./verify-step";

dress(last);
