/** Long words of pages that few open: they come with these pages, not with the first one. */
export { about } from "~/words/en/about";
