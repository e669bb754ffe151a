/** The page's language. It loads one. */
export { verify as words } from "~/words/en/verify";
