export { reportAfter as afterWords } from "~/words/en/report-after";
