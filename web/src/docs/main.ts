// The documentation of the API, drawn from its description. No file comes from another host.
import "rapidoc";
import { drawnTheme, startTheme } from "~/lib/theme";
import "./docs.css";

const tokens = {
  "bg-color": "--paper",
  "text-color": "--ink",
  "primary-color": "--sea",
  "nav-bg-color": "--foam",
  "nav-text-color": "--ink",
  "nav-hover-text-color": "--sea",
  "nav-accent-color": "--sea",
} as const;

/** The page's colours are the site's, in each of its themes. */
function dress(): void {
  const page = document.querySelector("rapi-doc");
  const style = window.getComputedStyle(document.documentElement);
  page?.setAttribute("theme", drawnTheme() === "light" ? "light" : "dark");
  for (const [attribute, token] of Object.entries(tokens)) {
    page?.setAttribute(attribute, style.getPropertyValue(token).trim());
  }
}

startTheme();
dress();
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
