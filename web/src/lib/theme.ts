/** Light, dark or night: the system's choice, unless the reader made one by a click. */
import { themeKey } from "./theme-key";

export const themes = ["system", "light", "dark", "night"] as const;
export type Theme = (typeof themes)[number];

const systemDark = window.matchMedia("(prefers-color-scheme: dark)");
let current: Theme = themes.find((theme) => theme === localStorage.getItem(themeKey)) ?? "system";
const listeners = new Set<() => void>();

/** The theme on the screen. */
export function drawnTheme(): Exclude<Theme, "system"> {
  return current === "system" ? (systemDark.matches ? "dark" : "light") : current;
}

function apply(): void {
  document.documentElement.dataset["theme"] = drawnTheme();
}

export function currentTheme(): Theme {
  return current;
}

export function chooseTheme(theme: Theme): void {
  current = theme;
  if (theme === "system") localStorage.removeItem(themeKey);
  else localStorage.setItem(themeKey, theme);
  apply();
  for (const listener of listeners) listener();
}

export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function startTheme(): void {
  systemDark.addEventListener("change", apply);
  apply();
}
