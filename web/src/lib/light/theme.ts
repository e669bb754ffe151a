/** Light, dark or night: the reader's choice on the dashboard, else the system's. Nothing is stored here. */
import { themeKey } from "~/lib/theme-key";
import { button, h } from "./dom";
import { halfDisc } from "./icons";

const themes = ["light", "dark", "night"] as const;
type Theme = (typeof themes)[number];

type Names = Readonly<Record<Theme, string>> & { readonly current: (theme: string) => string };

const systemDark = matchMedia("(prefers-color-scheme: dark)");
let chosen: Theme | null = null;

function chosenBefore(): Theme | null {
  try {
    const kept = localStorage.getItem(themeKey);
    return themes.find((theme) => theme === kept) ?? null;
  } catch {
    return null;
  }
}

function drawn(): Theme {
  return chosen ?? (systemDark.matches ? "dark" : "light");
}

function apply(): void {
  document.documentElement.dataset["theme"] = drawn();
}

export function startTheme(): void {
  chosen = chosenBefore();
  systemDark.addEventListener("change", apply);
  apply();
}

/** Goes to the next theme, until the page is closed. */
export function themeButton(names: Names): HTMLButtonElement {
  const name = h("span");
  const say = () => {
    name.textContent = names.current(names[drawn()]);
  };
  const node = button("", "plain theme", () => {
    chosen = themes[(themes.indexOf(drawn()) + 1) % themes.length] ?? null;
    apply();
    say();
  });
  node.append(halfDisc(), name);
  systemDark.addEventListener("change", say);
  say();
  return node;
}
