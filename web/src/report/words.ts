/** The page's language. It loads one. */
export { report as words } from "~/words/en/report";
export * as choices from "~/words/en/report-choices";
